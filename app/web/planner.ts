import type { Planner } from "~/domain/sessions/make-plan";
import { planRoundsInThread } from "~/infra/optimum";

/** Plans rounds while a coach waits; the plan is looked for in a thread of its own, and pages go on being answered. */
export const planner: Planner = (input) => planRoundsInThread(input);

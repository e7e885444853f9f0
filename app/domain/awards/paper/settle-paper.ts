import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { pointsOf } from "../rubric";
import { agreementOf, fieldsOf, readingOf } from "./reading";
import type { Paper } from "./rows";
import { paperToWrite } from "./rows";
import { keepReading } from "./write";

export interface SettleInput {
  readonly assignmentId: string;
  readonly revision: number;
  /** By field in which readings differ: the level that stands on the paper, or for words the number of the reading that has them right. */
  readonly choices: Readonly<Record<string, string>>;
}

/**
 * Looks at the paper again where two readings differ, and says what stands there. A field is settled once two different people say the same: by
 * a third person, or by one of the two who sees that the other was right. Refuses as `readPaper`, with "already_done" when nothing differs.
 */
export async function settlePaper(ctx: Ctx, input: SettleInput): Promise<{ state: "waiting" | "differs" | "counted" }> {
  const { personId } = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const paper = await paperToWrite(tx, ctx, input.assignmentId, input.revision);
    if (paper.paper?.state !== "differs") throw new DomainError("already_done");
    const { agreed, open } = agreementOf(paper.readings);
    const fields = new Map([...agreed, ...open.map((field) => [field, chosen(paper, field, input.choices[field])] as const)]);
    const codes = paper.criteria.map(({ code }) => code);
    const highest = Math.max(...paper.readings.map(({ no }) => no));
    const no = paper.readings.find((one) => one.personId === personId)?.no ?? highest + 1;
    return { state: await keepReading(tx, ctx, paper, { personId, no, ...readingOf(fields, codes) }) };
  });
}

function chosen({ criteria, readings }: Paper, field: string, choice: string | undefined): string {
  const wrong = new DomainError("invalid", { field, message: "error.field.choice" });
  if (choice === undefined) throw wrong;
  if (field.startsWith("level.")) {
    const levels = criteria.find(({ code }) => `level.${code}` === field)?.levels ?? [];
    if (pointsOf(levels, Number(choice)) === null) throw wrong;
    return choice;
  }
  const reading = readings.find(({ no }) => String(no) === choice);
  if (!reading) throw wrong;
  return fieldsOf(reading).get(field) ?? "";
}

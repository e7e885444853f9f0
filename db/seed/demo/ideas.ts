import { IDEAS_CARE_EDUCATION } from "./ideas-care-education";
import { IDEAS_CHALLENGES } from "./ideas-challenges";
import { IDEAS_CONSTRUCTION } from "./ideas-construction";
import { IDEAS_ELECTRONICS } from "./ideas-electronics";
import { IDEAS_ENERGY } from "./ideas-energy";
import { IDEAS_FOOD_MOBILITY } from "./ideas-food-mobility";
import { IDEAS_ICT } from "./ideas-ict";
import { IDEAS_METAL } from "./ideas-metal";
import { IDEAS_PLASTICS } from "./ideas-plastics";
import type { IdeaSeed } from "./types";

const ALL = [
  ...IDEAS_ENERGY,
  ...IDEAS_CONSTRUCTION,
  ...IDEAS_METAL,
  ...IDEAS_PLASTICS,
  ...IDEAS_ELECTRONICS,
  ...IDEAS_CARE_EDUCATION,
  ...IDEAS_ICT,
  ...IDEAS_FOOD_MOBILITY,
  ...IDEAS_CHALLENGES,
] as const satisfies readonly IdeaSeed[];

export type IdeaSlug = (typeof ALL)[number]["slug"];

/** A demo idea as the awards, sessions and bookings name it. */
export type DemoIdea = IdeaSeed & { readonly slug: IdeaSlug };

/** Hand-written pre-ideas that need each other, and challenges of companies at the end; the order is by theme, not by date. */
export const IDEAS: readonly DemoIdea[] = ALL;

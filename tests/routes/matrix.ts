import { ACCOUNT_ROWS, OPEN_ROWS } from "./matrix-account";
import { AWARD_ROWS } from "./matrix-awards";
import { CAMPUS_ROWS } from "./matrix-campus";
import { COACHING_ROWS } from "./matrix-coaching";
import { IDEA_ROWS } from "./matrix-ideas";
import { LAB_ROWS } from "./matrix-lab";
import { MATCHING_ROWS } from "./matrix-matching";
import { NOTICE_ROWS } from "./matrix-notices";
import type { Rows } from "./matrix-rows";

/** Every route with a loader or an action, by its id in the build. A test fails for a route, or an act of one, that has no row. */
export const MATRIX: Rows = {
  ...OPEN_ROWS,
  ...ACCOUNT_ROWS,
  ...CAMPUS_ROWS,
  ...COACHING_ROWS,
  ...IDEA_ROWS,
  ...LAB_ROWS,
  ...MATCHING_ROWS,
  ...NOTICE_ROWS,
  ...AWARD_ROWS,
};

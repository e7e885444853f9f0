import { ACCOUNT_ROWS, OPEN_ROWS } from "./matrix-account";
import { ALLOTMENT_ROWS } from "./matrix-allotment";
import { AWARD_ROWS } from "./matrix-awards";
import { COUNCIL_ROWS } from "./matrix-council";
import { CAMPUS_ROWS } from "./matrix-campus";
import { COACHING_ROWS } from "./matrix-coaching";
import { GRAFT_ROWS } from "./matrix-grafts";
import { IDEA_ROWS } from "./matrix-ideas";
import { LAB_ROWS } from "./matrix-lab";
import { MATCHING_ROWS } from "./matrix-matching";
import { NOTICE_ROWS } from "./matrix-notices";
import { ROOM_ROWS } from "./matrix-rooms";
import type { Rows } from "./matrix-rows";
import { SESSION_ROWS } from "./matrix-sessions";

/** Every route with a loader or an action, by its id in the build. A test fails for a route, or an act of one, that has no row. */
export const MATRIX: Rows = {
  ...OPEN_ROWS,
  ...ACCOUNT_ROWS,
  ...CAMPUS_ROWS,
  ...ALLOTMENT_ROWS,
  ...COACHING_ROWS,
  ...IDEA_ROWS,
  ...GRAFT_ROWS,
  ...LAB_ROWS,
  ...MATCHING_ROWS,
  ...NOTICE_ROWS,
  ...ROOM_ROWS,
  ...AWARD_ROWS,
  ...COUNCIL_ROWS,
  ...SESSION_ROWS,
};

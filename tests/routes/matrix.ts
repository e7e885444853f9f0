import { WAYS_ROWS } from "./matrix-ways";
import { ACCESS_ROWS } from "./matrix-access";
import { ACCOUNT_ROWS, OPEN_ROWS } from "./matrix-account";
import { ADMIN_ROWS } from "./matrix-admin";
import { ALLOTMENT_ROWS } from "./matrix-allotment";
import { AWARD_ROWS } from "./matrix-awards";
import { COUNCIL_ROWS } from "./matrix-council";
import { CAMPUS_ROWS } from "./matrix-campus";
import { CLASS_ROWS } from "./matrix-classes";
import { COMPANY_ROWS } from "./matrix-companies";
import { COACHING_ROWS } from "./matrix-coaching";
import { FILE_ROWS } from "./matrix-files";
import { GRAFT_ROWS } from "./matrix-grafts";
import { IDEA_ROWS } from "./matrix-ideas";
import { LAB_ROWS } from "./matrix-lab";
import { MATCHING_ROWS } from "./matrix-matching";
import { NOTICE_ROWS } from "./matrix-notices";
import { JURY_ROOM_ROWS } from "./matrix-jury-room";
import { PHOTO_ROWS } from "./matrix-photos";
import { PRIVACY_ROWS } from "./matrix-privacy";
import { PUBLISH_ROWS } from "./matrix-publish";
import { ROOM_ROWS } from "./matrix-rooms";
import type { Rows } from "./matrix-rows";
import { RUBRIC_ROWS } from "./matrix-rubrics";
import { SESSION_ROWS } from "./matrix-sessions";
import { VOTE_ROWS } from "./matrix-vote";

/** Every route with a loader or an action, by its id in the build. A test fails for a route, or an act of one, that has no row. */
export const MATRIX: Rows = {
  ...OPEN_ROWS,
  ...ACCOUNT_ROWS,
  ...WAYS_ROWS,
  ...ACCESS_ROWS,
  ...ADMIN_ROWS,
  ...CAMPUS_ROWS,
  ...CLASS_ROWS,
  ...ALLOTMENT_ROWS,
  ...COACHING_ROWS,
  ...IDEA_ROWS,
  ...GRAFT_ROWS,
  ...LAB_ROWS,
  ...MATCHING_ROWS,
  ...NOTICE_ROWS,
  ...ROOM_ROWS,
  ...AWARD_ROWS,
  ...JURY_ROOM_ROWS,
  ...RUBRIC_ROWS,
  ...FILE_ROWS,
  ...PUBLISH_ROWS,
  ...PRIVACY_ROWS,
  ...PHOTO_ROWS,
  ...COUNCIL_ROWS,
  ...SESSION_ROWS,
  ...VOTE_ROWS,
  ...COMPANY_ROWS,
};

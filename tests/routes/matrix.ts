import { ACCOUNT_ROWS, OPEN_ROWS } from "./matrix-account";
import { CAMPUS_ROWS } from "./matrix-campus";
import { IDEA_ROWS } from "./matrix-ideas";
import type { Rows } from "./matrix-rows";

/** Every route with a loader or an action, by its id in the build. A test fails for a route, or an act of one, that has no row. */
export const MATRIX: Rows = { ...OPEN_ROWS, ...ACCOUNT_ROWS, ...CAMPUS_ROWS, ...IDEA_ROWS };

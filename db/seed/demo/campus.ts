import { T2_CAMPUS } from "./campus-genk";
import { ATELIER_MEUSE } from "./campus-liege";
import type { CampusSeed } from "./types";

const ALL = [T2_CAMPUS, ATELIER_MEUSE] as const satisfies readonly CampusSeed[];

/** Every desk, bench, room and machine of both campuses; codes are unique over campuses. */
export type LeafCode = (typeof ALL)[number]["spaces"][number]["leaves"][number]["code"];

/** The reference campus and a small invented sister campus where French comes first. */
export const CAMPUSES: readonly CampusSeed[] = ALL;

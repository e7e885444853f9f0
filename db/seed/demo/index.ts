export { DEFAULT_RUBRIC, EDITIONS } from "./awards";
export { BOOKINGS, INDUCTIONS } from "./bookings";
export { CAMPUSES } from "./campus";
export { IDEAS } from "./ideas";
export { ORGANISATIONS } from "./organisations";
export { demoEmail, PEOPLE } from "./people";
export { AVAILABILITY, SESSIONS } from "./sessions";
export type * from "./types";

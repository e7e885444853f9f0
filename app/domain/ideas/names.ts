export { shownPerson } from "../identity/names";
export type { Nameable, ShownPerson } from "../identity/names";

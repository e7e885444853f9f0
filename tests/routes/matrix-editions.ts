import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { act, read } from "./matrix-rows";
import type { Row } from "./matrix-rows";

export type Phase = Exclude<keyof World["awards"], "votes">;
export type Fields = Readonly<Record<string, string>>;
/** What stands in the address after the edition. */
export type Below = string | ((ids: AwardIds) => string);

/** The address of a page of the edition that is in a phase. */
export const at =
  (phase: Phase, below: Below) =>
  ({ awards }: World): string =>
    `/awards/${awards[phase].slug}${typeof below === "string" ? below : below(awards[phase])}`;

/** One act on an edition that is in a phase. Who has to sign in is sent there by a page and asked by a form. */
export const on = (phase: Phase, below: Below, name: string, expected: string, fields?: (ids: AwardIds, world: World) => Fields): Row =>
  name === "read"
    ? read(at(phase, below), expected, phase)
    : act(at(phase, below), name, expected.replace(/\bin\b/g, "ask"), {
        note: phase,
        fields: fields && ((world) => fields(world.awards[phase], world)),
      });

//                       visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
export const HIDDEN__ = "hid     hid   hid    hid      hid       hid   hid       hid            hid     hid   hid";
/** Nothing to find for whoever signed in. */
export const NOBODY__ = "in      hid   hid    hid      hid       hid   hid       hid            hid     hid   in";
export const JUROR___ = "in      hid   hid    hid      ok        hid   hid       hid            hid     hid   in";
export const JUROR409 = "in      hid   hid    hid      409       hid   hid       hid            hid     hid   in";
export const RUNS____ = "in      hid   hid    hid      hid       hid   ok        hid            hid     ok    in";
export const RUNS_GO_ = "in      hid   hid    hid      hid       hid   go        hid            hid     go    in";
export const RUNSIDLE = "in      hid   hid    hid      hid       hid   idle      hid            hid     idle  in";
export const RUNS_409 = "in      hid   hid    hid      hid       hid   409       hid            hid     409   in";
export const RUNS_400 = "in      hid   hid    hid      hid       hid   400       hid            hid     400   in";

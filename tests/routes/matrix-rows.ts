import type { Fields } from "#tests/support/app-client";
import type { IdeaIds, Role, World } from "#tests/support/app-world";

/**
 * What each act of a route comes to for each role, in the order of ROLES:
 * ok    200, and nothing changed
 * go    a redirect or 200, and something changed
 * idle  as `go`, but there was nothing to change
 * away  a redirect to somewhere else than the sign-in page, and nothing changed
 * in    sent to the sign-in page, to come back afterwards
 * ask   403, asked to sign in on a page that says the same about a thing that does not exist
 * no    403: sees the thing, may not do this
 * hid   404, the same page as for a thing that does not exist
 * a number is that status, and nothing changed
 */
export interface Row {
  /** `read` for the loader, else the intent of the action ("" where it has none). */
  readonly act: string;
  readonly note: string;
  readonly expected: string;
  readonly path: (world: World) => string;
  readonly fields?: (world: World, role: Role) => Fields;
}

interface RowOptions {
  readonly note?: string;
  readonly path?: Row["path"];
  readonly fields?: Row["fields"];
}

/** What loading a page comes to. */
export const read = (path: Row["path"] | string, expected: string, note = ""): Row => ({ act: "read", note, expected, path: pathOf(path) });

const pathOf = (path: Row["path"] | string): Row["path"] => (typeof path === "string" ? () => path : path);

/** What sending a form comes to. */
export const act = (path: Row["path"] | string, name: string, expected: string, { note = "", fields }: RowOptions = {}): Row => ({
  act: name,
  note,
  expected,
  path: pathOf(path),
  fields: (world, role) => ({ ...(name === "" ? {} : { intent: name }), ...(fields?.(world, role) as Record<string, string> | undefined) }),
});

type Rung = keyof World["ideas"];
type OnIdea = (idea: IdeaIds, world: World, role: Role) => Record<string, string>;

/** One act on ideas of several rungs of the ladder. */
export const onIdeas = (below: string, name: string, expected: Partial<Record<Rung, string>>, fields: OnIdea = () => ({})): Row[] =>
  (Object.entries(expected) as [Rung, string][]).map(([rung, codes]) =>
    name === "read"
      ? read((world) => `/ideas/${world.ideas[rung].id}${below}`, codes, rung)
      : act((world) => `/ideas/${world.ideas[rung].id}${below}`, name, codes, {
          note: rung,
          fields: (world, role) => fields(world.ideas[rung], world, role),
        }),
  );

/** Rows by the id of their route in the build. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** The id of a thing as the one field of a form, with more beside it. */
export const withId =
  (id: (world: World) => string, more: Record<string, string> = {}) =>
  (world: World): Record<string, string> => ({ id: id(world), ...more });

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
export const TEAM_READS = "hid   ok    ok     hid      hid       hid   hid       hid            hid     hid   hid";
export const PERSONAL_ = "in    ok    ok     ok       ok        ok    ok        ok             ok      ok    in";
export const ANYBODY__ = "ok    ok    ok     ok       ok        ok    ok        ok             ok      ok    ok";

import { ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { MATRIX } from "../routes/matrix";

export interface Page {
  readonly route: string;
  readonly role: Role;
  readonly path: string;
}

/** One page or file of each route, by somebody who may have it; `pick` says which place in the row of the matrix. Streams, which do not end, are left out. */
export function everyPage(world: World, pick: (codes: readonly string[]) => number): Page[] {
  return Object.entries(MATRIX).flatMap(([route, rows]): Page[] => {
    const row = rows.find(({ act, expected }) => act === "read" && expected.includes("ok"));
    if (!row || /events|\.live$/.test(route)) return [];
    return [{ route, role: ROLES[pick(row.expected.trim().split(/\s+/))] ?? "owner", path: row.path(world) }];
  });
}

import type { Labels } from "#db/schema/campus";
import { campuses, organisations, terms } from "#db/schema/campus";
import { ideas } from "#db/schema/ideas";
import type { Locale } from "../kernel/actor";
import { LOCALES } from "../kernel/actor";
import type { IdeaKind, Stage, Status, Visibility } from "./idea";
import { IDEA_KINDS, STAGES } from "./idea";
import { isId } from "./visible";

/** An idea as lists show it. No names of people: they are shown on its page, by its rules. */
export interface IdeaCard {
  readonly id: string;
  readonly kind: IdeaKind;
  /** Name of the organisation whose challenge it is. */
  readonly organisation: string | null;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  readonly stage: Stage;
  readonly status: Status;
  readonly visibility: Visibility;
  readonly hiddenAt: Date | null;
  readonly plantedAt: Date;
  readonly activeAt: Date;
  readonly versionNo: number;
  readonly commentCount: number;
  readonly openNeedCount: number;
  readonly campus: { readonly id: string; readonly slug: string; readonly name: string };
  readonly domain: { readonly id: string; readonly code: string; readonly labels: Labels } | null;
}

/** Columns of a card; the query joins `campuses`, and (left) `terms` on the idea's domain and `organisations` on whose it is. */
export const cardColumns = {
  id: ideas.id,
  kind: ideas.kind,
  organisation: organisations.name,
  title: ideas.title,
  pitch: ideas.pitch,
  lang: ideas.lang,
  stage: ideas.stage,
  status: ideas.status,
  visibility: ideas.visibility,
  hiddenAt: ideas.hiddenAt,
  plantedAt: ideas.plantedAt,
  activeAt: ideas.activeAt,
  versionNo: ideas.versionNo,
  commentCount: ideas.commentCount,
  openNeedCount: ideas.openNeedCount,
  campus: { id: campuses.id, slug: campuses.slug, name: campuses.name },
  domain: { id: terms.id, code: terms.code, labels: terms.labels },
};

/** What a list can be narrowed by. Values come from the address: those that cannot exist find nothing. */
export interface IdeaFilters {
  readonly campusId?: string;
  readonly stage?: string;
  readonly domainId?: string;
  readonly lang?: string;
  readonly kind?: string;
}
export const FILTER_COLUMNS = { campusId: "campus_id", stage: "stage", domainId: "domain_id", lang: "lang", kind: "kind" } as const;
export type FilterName = keyof typeof FILTER_COLUMNS;
const FILTER_NAMES = ["campusId", "stage", "domainId", "lang", "kind"] as const satisfies readonly FilterName[];

/** The filters that are set, in a fixed order. A value outside the known choices becomes one that no row has. */
export function activeFilters(filters: IdeaFilters): { names: FilterName[]; values: Record<string, string> } {
  const names: FilterName[] = [];
  const values: Record<string, string> = {};
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value === undefined || value === "") continue;
    names.push(name);
    values[name] = isPossible(name, value) ? value : "-";
  }
  return { names, values };
}

function isPossible(name: FilterName, value: string): boolean {
  if (name === "stage") return (STAGES as readonly string[]).includes(value);
  if (name === "kind") return (IDEA_KINDS as readonly string[]).includes(value);
  if (name === "lang") return (LOCALES as readonly string[]).includes(value);
  return isId(value);
}

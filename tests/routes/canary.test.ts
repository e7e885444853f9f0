import { beforeAll, describe, expect, test, vi } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { redraft } from "#tests/support/app-allotment";
import { plantCanaries, RUNGS, SHARED, visibilityOf } from "#tests/support/app-canaries";
import type { Planted, Rung } from "#tests/support/app-canaries";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { leaksIn } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { plantInput } from "#tests/support/ideas";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { Person } from "~/domain/kernel/actor";

/** More public ideas than a page of the list holds, so that the canaries stand on the second one. */
const FILLERS = 21;

let app: App;
let world: World;
let planted: Planted;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  planted = await plantCanaries(app.store, world);
  await redraft(app.store, world.people.organiser as Person, world.campus.id);
  await redraft(app.store, world.people.otherOrganiser as Person, world.otherCampus.id);
  const owner = testCtx(app.store, world.people.owner, new Date(app.clock.now().getTime() + 60_000));
  for (let i = 0; i < FILLERS; i += 1) await plantIdea(owner, filler(i));
  app.clock.advance(120_000);
});

const filler = (i: number) =>
  plantInput(world.campus.id, { title: `${SHARED} vulling ${i}`, pitch: "Nog een plan dat iedereen mag zien.", visibility: "public" });

/** Who finds the idea: the rungs of PRODUCT.md, one by one. */
const SEES: Readonly<Record<Rung, readonly Role[]>> = {
  private: ["owner"],
  team: ["owner", "member"],
  coaches: ["owner", "member", "coach", "organiser"],
  campus: ["owner", "member", "stranger", "coach", "organiser"],
  companies: ["owner", "member", "stranger", "coach", "organiser", "company"],
  public: ROLES,
  hidden: ["owner", "member"],
  archived: ["owner", "member"],
  left: ["owner", "member"],
  invited: ["owner", "member"],
  elsewhere: ["elsewhere", "otherOrganiser"],
};

const teamOf = (rung: Rung): readonly Role[] =>
  rung === "private" ? ["owner"] : rung === "elsewhere" ? ["elsewhere"] : ["owner", "member"];
const ownerOf = (rung: Rung): Role => (rung === "elsewhere" ? "elsewhere" : "owner");
const authorOf = (rung: Rung): Role => (rung === "private" || rung === "elsewhere" ? ownerOf(rung) : "member");
const NAMELESS: readonly Role[] = ["visitor", "suspended"];
const PEOPLE_OF_CAMPUS: readonly Role[] = ["owner", "member", "stranger", "coach", "organiser"];

/** Who meets a field of an idea on one of the pages, in search, or in the file of their own data. */
function audienceOf(rung: Rung, field: string): readonly Role[] {
  const sees = SEES[rung];
  const moderators = sees.filter((role) => role === "coach" || role === "organiser" || (role === "admin" && rung === "public"));
  switch (field) {
    case "title":
      // A hidden idea is named where it can be shown again, an invitation says to what.
      if (rung === "hidden") return [...sees, "coach", "organiser", "admin"];
      return rung === "invited" ? [...sees, "stranger"] : sees;
    case "pitch":
    case "description":
    case "need":
    case "offer":
      return sees;
    case "oldTitle":
    case "stageReason":
    case "assessment":
    case "assessmentComment":
      return teamOf(rung);
    case "comment":
      return sees.filter((role) => !NAMELESS.includes(role));
    case "removedComment":
      return [authorOf(rung)];
    case "hiddenComment":
      return [authorOf(rung), ...moderators];
    case "editDraft":
    case "invitation":
      return [ownerOf(rung)];
    case "report":
      return ["stranger", "organiser", "admin"];
    default:
      return [];
  }
}

/** Who meets what belongs to people: names beside a public idea, addresses on the page of those who run the campus and in the file of who typed them. */
const PERSONAL: Readonly<Record<string, readonly Role[]>> = {
  "mate.name": [...PEOPLE_OF_CAMPUS, "admin"],
  "minor.name": [...PEOPLE_OF_CAMPUS, "admin"],
  "known.name": ROLES,
  "mate.email": ["owner", "organiser", "admin"],
  "minor.email": ["owner", "organiser", "admin"],
  "known.email": ["owner", "organiser", "admin"],
  "draft.title": ["owner"],
  "draft.pitch": ["owner"],
};

function expectedFor(role: Role): string[] {
  return [...planted.canaries.keys()].filter((name) => {
    const [rung = "", field = ""] = name.split(".");
    const audience = RUNGS.some((one) => one === rung) ? audienceOf(rung as Rung, field) : (PERSONAL[name] ?? []);
    return audience.includes(role);
  });
}

/** Everything an answer says, without what the request itself had said. */
function said(answer: Answer, asked: readonly string[] = []): string {
  const text = JSON.stringify(answer.headers) + answer.text;
  return asked.reduce((rest, word) => rest.replaceAll(word, ""), text);
}

const STATIC = ["/", "/_root.data", "/ideas", "/ideas.data", "/ideas?view=greenhouse", "/plant", "/plant.data", "/sign-in", "/sign-up"];
const PERSONS = [
  "/greenhouse",
  "/greenhouse.data",
  "/account",
  "/account.data",
  "/account/export",
  "/account/words",
  "/account/keys",
  "/account/keys.data",
  "/account/security",
  "/notices",
  "/notices.data",
  "/nergens",
];
const FILTERS = ["stage=bloom", "lang=nl", "campus=noord", "campus=zuid", "domain=geen"];
const STAFF = ["people", "people.data", "reports", "reports.data", "settings", "people?q=kanarie", "allotment", "allotment.data"];

function ideaPaths(id: string): string[] {
  const page = `/ideas/${id}`;
  const twins = ["edit", "team", "versions"].flatMap((name) => [`${page}/${name}.data`]);
  return [
    page,
    `${page}.data`,
    `${page}/edit`,
    ...twins,
    `${page}/versions.data?from=1&to=2`,
    `${page}/receipt/1`,
    `${page}/receipt/2`,
    `${page}/passport`,
    `${page}/fork`,
    `${page}/graft`,
    `${page}/growth`,
    `${page}/growth.data`,
  ];
}

/** All pages of a list, following its links. */
async function allPages(client: Client, first: string): Promise<string> {
  let text = "";
  let path: string | null = first;
  for (let i = 0; path !== null && i < 6; i += 1) {
    const answer = await client.get(path);
    text += said(answer);
    const links = [...answer.text.matchAll(/href="(\/ideas\?[^"]*page=[^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    const next: string | undefined = links.at(-1);
    path = next === undefined || next === path || (i > 0 && links.length < 2) ? null : next;
  }
  return text;
}

/** Fetches everything that can be fetched, in every way that could betray something. */
async function crawl(client: Client): Promise<string> {
  let text = "";
  const take = async (path: string, asked: readonly string[] = []): Promise<void> => {
    text += said(await client.get(path), asked);
  };
  for (const path of [...STATIC, ...PERSONS]) await take(path);
  for (const filter of FILTERS) await take(`/ideas?${filter}`);
  for (const page of STAFF) for (const slug of ["noord", "zuid"]) await take(`/campus/${slug}/${page}`);
  for (const rung of RUNGS) {
    for (const path of ideaPaths(planted.ideaIds[rung])) await take(path);
    for (const field of ["title", "description", "need", "oldTitle", "comment"]) {
      const word = planted.canaries.get(`${rung}.${field}`) ?? "";
      await take(`/ideas.data?q=${word}`, [word]);
    }
    const title = planted.canaries.get(`${rung}.title`) ?? "";
    await take(`/plant/similar?title=${SHARED}+${title}&pitch=${title}&lang=nl`, [title]);
  }
  text += await allPages(client, "/ideas");
  text += await allPages(client, `/ideas?q=${SHARED}`);
  return text;
}

describe.each(ROLES)("%s", (role) => {
  test("meets exactly what the ladder opens to them", { timeout: 60_000 }, async () => {
    const text = await crawl(await app.clientOf(world.people[role]));
    const met = [...planted.canaries].filter(([, word]) => leaksIn(text, [word]).length > 0).map(([name]) => name);
    expect(met.sort()).toEqual(expectedFor(role).sort());
  });

  test("counts no idea they may not see", async () => {
    const client = await app.clientOf(world.people[role]);
    const listed = RUNGS.filter((rung) => SEES[rung].includes(role)).length + FILLERS;
    const { text } = await client.get(`/ideas?q=${SHARED}`);
    expect(/(\d+) (idee|ideeën)</.exec(text.replaceAll("<!-- -->", ""))?.[1]).toBe(String(listed));
  });
});

test("every rung is planted as it says", async () => {
  const client = await app.clientOf(world.people.owner);
  for (const rung of RUNGS) {
    if (rung === "elsewhere") continue;
    const { text } = await client.get(`/ideas/${planted.ideaIds[rung]}.data`);
    expect(text, rung).toContain(`"${visibilityOf(rung)}"`);
  }
});

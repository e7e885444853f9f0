import type { Client } from "./app-client";
import { elements, formsIn } from "./app-html";
import type { FormShape } from "./app-html";
import type { Role, World } from "./app-world";

/** Pages with everything on them that somebody can do, by who is asked to open them. */
export function pagesWithForms({
  ideas,
  tokens,
  draft,
  people,
  sessions,
  rooms,
  companies,
}: World): readonly (readonly [Role, readonly string[]])[] {
  const idea = `/ideas/${ideas.campus.id}`;
  const plant = [1, 2, 3].map((step) => `/plant?draft=${draft}&step=${step}`);
  const tokenPages = [`/reset/choose?token=${tokens.reset}`, `/sign-in/link?token=${tokens.link}`, `/invite?token=${tokens.invite}`];
  const person = (role: Role): string => `/campus/noord/people?person=${people[role].personId ?? ""}`;
  return [
    ["visitor", ["/sign-in", "/sign-up", "/reset", ...tokenPages, "/plant"]],
    [
      "owner",
      [
        "/account",
        "/account/words",
        "/account/security",
        "/account/email",
        "/greenhouse",
        "/notices",
        ...plant,
        idea,
        `${idea}/edit`,
        `/ideas/${ideas.archived.id}/edit`,
        `${idea}/team`,
        `/rooms/${rooms.room}`,
        `/rooms/${rooms.room}/board?note=${rooms.ownersNote}`,
      ],
    ],
    ["owner", [`/sessions/${sessions.planned}`, `/sessions/${sessions.running}/run`]],
    ["member", [`/sessions/${sessions.workshop}`, `/sessions/${sessions.running}`]],
    ["coach", ["/sessions/new", `/sessions/${sessions.planned}/edit`, `/sessions/${sessions.planned}/manage`]],
    ["coach", [`/sessions/${sessions.running}/manage`]],
    ["member", [idea, `${idea}/team`]],
    [
      "stranger",
      [
        "/account",
        "/greenhouse",
        idea,
        `/report/idea/${ideas.campus.id}`,
        `/report/comment/${ideas.public.comment}`,
        `/ideas/${ideas.public.id}`,
      ],
    ],
    ["coach", [idea, `/ideas/${ideas.public.id}`, "/campus/noord/reports", `/campus/noord/allotment?idea=${ideas.public.id}`]],
    ["company", ["/plant"]],
    ["organiser", [person("stranger"), person("suspended"), "/campus/noord/reports", "/campus/noord/settings"]],
    ["stranger", [`/companies/${companies.waiting}`, "/companies/register"]],
    ["organiser", [`/companies/${companies.waiting}`, "/campus/noord/companies"]],
    ["visitor", ["/companies/register"]],
    ["admin", ["/campus/zuid/people", "/dev/mail", "/admin/retention"]],
  ];
}

/** All pages that show something, by who may open them; none of them changes anything. */
export function allPages(world: World): readonly (readonly [Role, readonly string[]])[] {
  const { ideas, mail } = world;
  const texts = [
    "/",
    "/about",
    "/accessibility",
    "/privacy",
    "/sign-in/sent",
    "/ideas",
    "/ideas?view=greenhouse",
    "/ideas?q=warmtemeter",
    "/ideas?q=niets",
  ];
  const idea = `/ideas/${ideas.campus.id}`;
  return [
    [
      "visitor",
      [...texts, "/reset/choose?token=oud", "/invite?token=oud", "/sign-in/link?token=oud", `/ideas/${ideas.public.id}`, "/nergens"],
    ],
    [
      "owner",
      [
        `${idea}/versions`,
        `${idea}/versions?from=1&to=2`,
        `/ideas/${ideas.hidden.id}`,
        `/ideas/${ideas.archived.id}`,
        `/ideas/${ideas.public.id}/team`,
      ],
    ],
    ["stranger", [`${idea}/versions`, `/ideas/${ideas.team.id}`]],
    ["coach", ["/sessions", `/sessions/${world.sessions.running}/beamer`, `/sessions/${world.sessions.running}/report`]],
    ["company", ["/account/words", "/greenhouse", "/notices"]],
    ["admin", [`/dev/mail?mail=${mail}`, "/admin/retention"]],
    ...pagesWithForms(world),
  ];
}

/** A form as it stands on a page, and who sees it there. */
export interface FoundForm extends FormShape {
  readonly role: Role;
  readonly page: string;
  readonly name: string;
}

/** Every form of these pages, once: those that differ only in what they are about count as one. */
export async function findForms(world: World, clientOf: (role: Role) => Promise<Client>): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>();
  for (const [role, pages] of pagesWithForms(world)) {
    const client = await clientOf(role);
    for (const page of await withOpened(client, pages)) {
      const { text } = await client.get(page);
      for (const form of formsIn(text, page)) {
        const name = nameOf(form);
        if (!found.has(name)) found.set(name, { ...form, role, page, name });
      }
    }
  }
  return [...found.values()];
}

/** The pages, and what opens out of them: organisations and people of a campus. */
async function withOpened(client: Client, pages: readonly string[]): Promise<string[]> {
  const more: string[] = [];
  for (const page of pages.filter((path) => path.endsWith("/settings"))) {
    const { text } = await client.get(page);
    const links = elements(text, "a").map(({ attributes }) => attributes.href ?? "");
    more.push(...links.filter((href) => href.includes("organisation=")).map((href) => href.replace(/#.*/, "")));
  }
  return [...pages, ...more];
}

function nameOf({ action, fields }: FormShape): string {
  const path = action.replace(/\?.*/, "").replace(/[\da-f]{8}-[\da-f-]{27}/g, "ID");
  const intent = fields.find((field) => field.name === "intent" && field.type === "hidden")?.value ?? "";
  const names = [...new Set(fields.map((field) => field.name.replace(/\d+/g, "N")).filter((name) => name !== "intent"))].sort();
  return [path, intent, names.join("+")].filter(Boolean).join(" ");
}

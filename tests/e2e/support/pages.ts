import { origin, plantFor, postForm, sessionOf } from "./people";
import type { PersonSlug } from "./people";

/** A page somebody can open, and as who. */
export interface Place {
  readonly name: string;
  readonly as: PersonSlug | null;
  readonly path: string;
  /** 200 when absent. */
  readonly status?: number;
}

/** Id of a demo idea everybody may see. */
export async function demoIdea(title: string): Promise<string> {
  const html = await (await fetch(`${origin()}/ideas?q=${encodeURIComponent(title)}`)).text();
  const found = /href="\/ideas\/([\w-]{36})"/.exec(html)?.[1];
  if (!found) throw new Error(`no demo idea "${title}"`);
  return found;
}

/** A new draft of a person, for the second and third screen of planting. */
async function draftOf(who: PersonSlug): Promise<string> {
  const fields = { intent: "autosave", step: "1", title: "Een fiets van afval", pitch: "Van oude fietsen maken we nieuwe.", lang: "nl" };
  const answer = await postForm("/plant", { ...fields, intent: "back" }, await sessionOf(who));
  return new URL(answer.headers.get("Location") ?? "/", origin()).searchParams.get("draft") ?? "";
}

/** The page of a class that was invited, of one learner alone. */
async function classOf(who: PersonSlug): Promise<string> {
  const people = JSON.stringify([["lore.peeters@broeikas.test", "Lore Peeters", "learner", "nl"]]);
  const fields = { intent: "send", listId: "0192f0c4-0000-7000-8000-0000000c1a55", name: "5 houttechnieken", people };
  const answer = await postForm("/campus/t2-campus/classes?index", fields, await sessionOf(who));
  return answer.headers.get("Location") ?? "";
}

/** Id of a demo session, out of the list as a person sees it. */
async function demoSession(title: string, who: PersonSlug): Promise<string> {
  const { name, value } = await sessionOf(who);
  const html = await (await fetch(`${origin()}/sessions`, { headers: { Cookie: `${name}=${value}` } })).text();
  const links = [...html.matchAll(/href="\/sessions\/([\w-]{36})"[^>]*>([\s\S]*?)<\/a>/g)];
  const found = links.find(([, , text]) => text?.includes(title))?.[1];
  if (!found) throw new Error(`no demo session "${title}"`);
  return found;
}

/** The first link of a page, as a person sees it, that leads to such an address. */
async function linkOn(who: PersonSlug, page: string, address: RegExp): Promise<string> {
  const { name, value } = await sessionOf(who);
  const html = await (await fetch(origin() + page, { headers: { Cookie: `${name}=${value}` } })).text();
  for (const [, href] of html.matchAll(/href="(\/[^"#]*)"/g)) {
    const path = (href ?? "").replaceAll("&amp;", "&");
    if (address.test(path)) return path;
  }
  throw new Error(`no link like ${String(address)} on ${page}`);
}

/** Every page of Broeikas, with the state in which it says most. */
export async function places(): Promise<Place[]> {
  const idea = await demoIdea("Restwarmte van de bakker");
  const loam = await demoIdea("Leemsteen uit werfgrond");
  const mesh = await demoIdea("Radio mesh for the village");
  const grafted = await demoIdea("Zonnedak met logboek voor de club");
  const draft = await draftOf("emre");
  const invited = await plantFor("emre", {
    title: "Zaagselkorrels",
    pitch: "Van zaagsel uit het houtlabo maken we korrels voor de kachel.",
  });
  const toCome = await demoSession("wie heeft wat ik zoek", "nele");
  const held = await demoSession("zes gesprekken", "nele");
  const room = await linkOn("emre", "/rooms", /^\/rooms\/[\w-]{36}$/);
  const rubric = await linkOn("els", "/awards/t2-awards-2026/rubrics", /\/rubrics\/[\w-]{36}$/);
  // Sheets that wait are typed in by other tests; a juror has others.
  const ofJuror = await linkOn("els", "/awards/t2-awards-2026/papers", /\/papers\?juror=/);
  const account = await sessionOf("emre");
  await postForm(`/ideas/${invited}/team`, { intent: "invite", email: "nele@demo.broeikas.example" }, account);
  return [
    { name: "home", as: null, path: "/" },
    { name: "ideas", as: null, path: "/ideas" },
    { name: "ideas-none", as: null, path: "/ideas?q=zzzzzz&lang=nl" },
    { name: "ideas-greenhouse", as: null, path: "/ideas?view=greenhouse" },
    { name: "idea-visitor", as: null, path: `/ideas/${idea}` },
    { name: "idea-owner", as: "emre", path: `/ideas/${idea}` },
    { name: "idea-coach", as: "nele", path: `/ideas/${idea}` },
    { name: "idea-grafted", as: "wim", path: `/ideas/${grafted}` },
    { name: "graft-choose", as: "oksana", path: `/ideas/${loam}/graft` },
    { name: "graft-propose", as: "oksana", path: `/ideas/${loam}/graft?with=${mesh}` },
    {
      name: "graft-proposal",
      as: "oksana",
      path: await linkOn("oksana", `/ideas/${loam}`, /^\/graft\//),
    },
    { name: "fork", as: "oksana", path: `/ideas/${mesh}/fork` },
    { name: "verify", as: null, path: "/verify" },
    { name: "rooms", as: "emre", path: "/rooms" },
    { name: "rooms-none", as: "ilse", path: "/rooms" },
    { name: "room", as: "emre", path: room },
    { name: "room-coach", as: "nele", path: room },
    { name: "board", as: "emre", path: `${room}/board` },
    { name: "board-session", as: "nele", path: await linkOn("nele", "/rooms", /^\/rooms\/[\w-]{36}\/board$/) },
    { name: "report", as: "emre", path: `/report/idea/${loam}` },
    { name: "plant-1", as: null, path: "/plant" },
    { name: "plant-2", as: "emre", path: `/plant?draft=${draft}&step=2` },
    { name: "plant-3", as: "emre", path: `/plant?draft=${draft}&step=3` },
    { name: "sign-in", as: null, path: "/sign-in" },
    { name: "sign-up", as: null, path: "/sign-up" },
    { name: "sent", as: null, path: "/sign-in/sent" },
    { name: "link-dead", as: null, path: "/sign-in/link?token=gone" },
    { name: "reset", as: null, path: "/reset" },
    { name: "reset-dead", as: null, path: "/reset/choose?token=gone" },
    { name: "invite-dead", as: null, path: "/invite?token=gone" },
    { name: "greenhouse", as: "emre", path: "/greenhouse" },
    { name: "greenhouse-invited", as: "nele", path: "/greenhouse" },
    { name: "greenhouse-empty", as: "rik", path: "/greenhouse" },
    { name: "edit", as: "emre", path: `/ideas/${invited}/edit` },
    { name: "team", as: "emre", path: `/ideas/${invited}/team` },
    { name: "versions", as: "emre", path: `/ideas/${idea}/versions?from=1&to=2` },
    { name: "account", as: "emre", path: "/account" },
    { name: "account-keys", as: "emre", path: "/account/keys" },
    { name: "account-security", as: "emre", path: "/account/security" },
    { name: "account-email", as: "emre", path: "/account/email" },
    { name: "account-email-confirm", as: null, path: "/account/email/confirm" },
    { name: "account-email-stop", as: null, path: "/account/email/stop" },
    { name: "admin-security", as: "tine", path: "/admin/security" },
    { name: "account-photo", as: "emre", path: "/account/photo" },
    { name: "account-consents", as: "emre", path: "/account/consents" },
    { name: "account-words", as: "emre", path: "/account/words" },
    { name: "campus-people", as: "els", path: "/campus/t2-campus/people" },
    { name: "campus-classes", as: "els", path: "/campus/t2-campus/classes" },
    { name: "campus-class", as: "els", path: await classOf("els") },
    { name: "campus-allotment", as: "els", path: "/campus/t2-campus/allotment" },
    { name: "plant-company", as: "wim", path: "/plant" },
    { name: "ideas-challenges", as: null, path: "/ideas?kind=challenge" },
    { name: "campus-settings", as: "els", path: "/campus/t2-campus/settings" },
    { name: "company-register", as: null, path: "/companies/register" },
    { name: "campus-companies", as: "els", path: "/campus/t2-campus/companies" },
    { name: "company", as: "els", path: await linkOn("els", "/campus/t2-campus/companies", /^\/companies\/[\w-]{36}$/) },
    { name: "company-own", as: "meera", path: await linkOn("meera", "/companies/register", /^\/companies\/[\w-]{36}$/) },
    { name: "campus-reports", as: "els", path: "/campus/t2-campus/reports" },
    { name: "organisation", as: "els", path: await linkOn("els", "/campus/t2-campus/settings", /^\/organisations\//) },
    { name: "unsubscribe-dead", as: null, path: "/mail/unsubscribe/gone" },
    { name: "mails", as: "tine", path: "/dev/mail" },
    { name: "retention", as: "tine", path: "/admin/retention" },
    { name: "matches", as: "emre", path: "/matches" },
    { name: "idea-matches", as: "emre", path: `/ideas/${idea}/matches` },
    { name: "why-not", as: "emre", path: `/ideas/${idea}/matches?q=leem` },
    { name: "match", as: "emre", path: await linkOn("emre", `/ideas/${idea}/matches`, /\/match\/idea\//) },
    { name: "match-person", as: "emre", path: await linkOn("emre", `/ideas/${idea}/matches`, /\/match\/person\//) },
    { name: "interest", as: "emre", path: await linkOn("emre", "/matches", /^\/interest\//) },
    { name: "notices", as: "emre", path: "/notices" },
    { name: "calendar", as: "emre", path: "/account/calendar" },
    { name: "coaching", as: "emre", path: "/coaching" },
    { name: "coach", as: "emre", path: await linkOn("emre", "/coaching", /^\/coaching\/[\w-]{36}/) },
    { name: "coaching-talk", as: "emre", path: await linkOn("emre", "/coaching", /^\/coaching\/session\//) },
    { name: "coaching-hours", as: "nele", path: "/coaching/availability" },
    { name: "sessions", as: "emre", path: "/sessions" },
    { name: "session-new", as: "nele", path: "/sessions/new" },
    { name: "session", as: "emre", path: `/sessions/${toCome}` },
    { name: "session-edit", as: "nele", path: `/sessions/${toCome}/edit` },
    { name: "session-manage", as: "nele", path: `/sessions/${toCome}/manage` },
    { name: "session-beamer", as: "nele", path: `/sessions/${toCome}/beamer` },
    { name: "session-run", as: "emre", path: `/sessions/${held}/run` },
    { name: "session-report", as: "nele", path: `/sessions/${held}/report` },
    { name: "admin", as: "tine", path: "/admin" },
    { name: "admin-people", as: "tine", path: "/admin/people" },
    { name: "admin-person", as: "tine", path: await linkOn("tine", "/admin/people?q=emre", /^\/admin\/people\/[\w-]{36}$/) },
    { name: "admin-terms", as: "tine", path: "/admin/terms" },
    { name: "admin-term-new", as: "tine", path: "/admin/terms/new?kind=skill" },
    { name: "admin-term", as: "tine", path: "/admin/terms/welding" },
    { name: "admin-term-merge", as: "tine", path: "/admin/terms/welding/merge?into=pricing" },
    { name: "admin-settings", as: "tine", path: "/admin/settings" },
    { name: "admin-audit", as: "tine", path: "/admin/audit" },
    { name: "admin-outbox", as: "tine", path: "/admin/outbox" },
    { name: "admin-jobs", as: "tine", path: "/admin/jobs" },
    { name: "admin-reports", as: "tine", path: "/admin/reports" },
    { name: "admin-health", as: "tine", path: "/admin/health" },
    { name: "lab", as: "emre", path: "/lab/t2-campus" },
    { name: "lab-book", as: "emre", path: await linkOn("emre", "/lab/t2-campus", /^\/lab\/t2-campus\/book\?/) },
    { name: "lab-booking", as: "emre", path: await linkOn("emre", "/greenhouse", /^\/lab\/t2-campus\/booking\//) },
    { name: "lab-manage", as: "els", path: "/lab/t2-campus/manage" },
    { name: "awards", as: "emre", path: "/awards" },
    { name: "edition", as: null, path: "/awards/t2-awards-2026" },
    { name: "winners", as: null, path: "/awards/t2-awards-2025/winners" },
    { name: "jury", as: "rik", path: "/awards/t2-awards-2026/jury" },
    { name: "jury-sheet", as: "rik", path: await linkOn("rik", "/awards/t2-awards-2026/jury", /\/jury\/[\w-]{36}$/) },
    { name: "edition-board", as: "els", path: "/awards/t2-awards-2026/board" },
    { name: "compare", as: "goele", path: "/awards/t2-awards-2025/jury/compare" },
    { name: "papers", as: "els", path: "/awards/t2-awards-2026/papers" },
    { name: "paper", as: "els", path: await linkOn("els", ofJuror, /\/papers\/[\w-]{36}$/) },
    { name: "entry", as: "emre", path: await linkOn("emre", "/awards/t2-awards-2026", /\/entry\/[\w-]{36}$/) },
    { name: "enter", as: "emre", path: "/awards/t2-awards-2026/enter" },
    { name: "edition-panel", as: "els", path: "/awards/t2-awards-2026/panel" },
    { name: "edition-copy", as: "els", path: "/awards/t2-awards-2026/copy" },
    { name: "edition-setup", as: "els", path: "/awards/t2-awards-2026/setup" },
    { name: "edition-new", as: "els", path: "/awards/new" },
    { name: "edition-details", as: "els", path: "/awards/t2-awards-2026/details" },
    { name: "rubrics", as: "els", path: "/awards/t2-awards-2026/rubrics" },
    { name: "rubrics-library", as: "els", path: "/awards/t2-awards-2026/rubrics/library" },
    { name: "rubric", as: "els", path: rubric },
    { name: "rubric-criterion", as: "els", path: `${rubric}?edit=new` },
    { name: "rubric-preview", as: "els", path: `${rubric}?preview` },
    { name: "growth", as: "emre", path: `/ideas/${idea}/growth` },
    { name: "growth-coach", as: "nele", path: `/ideas/${idea}/growth?rubric=library:impact` },
    { name: "edition-check", as: "els", path: "/awards/t2-awards-2026/entries" },
    { name: "edition-form", as: "els", path: "/awards/t2-awards-2026/form" },
    { name: "edition-blind", as: "els", path: "/awards/t2-awards-2026/blind" },
    { name: "edition-redact", as: "els", path: await linkOn("els", "/awards/t2-awards-2026/blind", /\/blind\/[\w-]{36}$/) },
    { name: "edition-phases", as: "els", path: "/awards/t2-awards-2026/phases" },
    { name: "edition-deliberation", as: "els", path: "/awards/t2-awards-2025/deliberation" },
    { name: "edition-council", as: "els", path: "/awards/t2-awards-2025/council" },
    { name: "edition-minutes", as: "els", path: "/awards/t2-awards-2025/minutes" },
    { name: "edition-result", as: "els", path: "/awards/t2-awards-2025/result" },
    { name: "edition-letters", as: "els", path: "/awards/t2-awards-2025/letters" },
    { name: "edition-certificates", as: "els", path: "/awards/t2-awards-2025/certificates" },
    { name: "entry-after", as: "emre", path: await linkOn("emre", "/awards/t2-awards-2025", /\/entry\/[\w-]{36}$/) },
    { name: "certificate", as: null, path: await linkOn("els", "/awards/t2-awards-2025/certificates", /^\/certificate\/[\w-]{23}$/) },
    { name: "edition-manage", as: "els", path: "/awards/t2-awards-2026/manage" },
    { name: "vote", as: null, path: "/vote" },
    { name: "vote-edition", as: null, path: "/awards/t2-awards-2026/vote" },
    { name: "votes-ready", as: "els", path: "/awards/t2-awards-2026/votes" },
    { name: "votes-counted", as: "els", path: "/awards/t2-awards-2025/votes" },
    { name: "ceremony", as: "els", path: "/awards/t2-awards-2026/ceremony" },
    { name: "ceremony-beamer", as: "els", path: "/awards/t2-awards-2026/beamer" },
    { name: "ceremony-live", as: null, path: "/awards/t2-awards-2025/live" },
    { name: "desk", as: "els", path: "/desk" },
    { name: "about", as: null, path: "/about" },
    { name: "accessibility", as: null, path: "/accessibility" },
    { name: "privacy", as: null, path: "/privacy" },
    { name: "not-found", as: null, path: "/nothing-here", status: 404 },
  ];
}

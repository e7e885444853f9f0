import { expect } from "@playwright/test";
import { origin, plantFor, postForm, sessionOf, unique } from "./people";
import type { PersonSlug } from "./people";

/** A page of the product as somebody gets it, as text. */
export async function htmlFor(who: PersonSlug, path: string): Promise<string> {
  const { name, value } = await sessionOf(who);
  return (await fetch(origin() + path, { headers: { Cookie: `${name}=${value}` } })).text();
}

/** Sends a form for somebody; fails when it is refused. */
async function send(who: PersonSlug, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answer = await postForm(path, fields, await sessionOf(who));
  if (answer.status >= 400) throw new Error(`${path} refused ${JSON.stringify(fields)}: ${answer.status}`);
}

/** Two teams that said yes to each other, with their ideas, their interest and their room. */
export interface Contact {
  readonly mine: { readonly id: string; readonly title: string };
  readonly theirs: { readonly id: string; readonly title: string };
  readonly interest: string;
  readonly room: string;
}

/** Plants an idea for each, lets the first ask and the second say yes: by the same forms as the pages. For tests about what comes after. */
export async function bringTogether(asker: PersonSlug, other: PersonSlug): Promise<Contact> {
  const word = unique();
  const [mine, theirs] = [`Windmeter ${word}`, `Kastje ${word}`];
  const both = { visibility: "campus", matchConsent: "open" } as const;
  const [need, offer] = [`behuizing van ${word}`, `printplaat van ${word}`];
  const mineId = await plantFor(asker, { ...both, title: mine, pitch: `Een meter voor de wind. ${word}`, need, offer });
  const theirsId = await plantFor(other, { ...both, title: theirs, pitch: `Een kastje voor buiten. ${word}`, need: offer, offer: need });
  const link = new RegExp(`href="(/ideas/${mineId}/match/idea/[\\w-]+)"[^>]*>${theirs}<`);
  await expect.poll(async () => link.exec(await htmlFor(asker, `/ideas/${mineId}/matches`))?.[1] ?? "", { timeout: 20_000 }).not.toBe("");
  const match = link.exec(await htmlFor(asker, `/ideas/${mineId}/matches`))?.[1] ?? "";
  await send(asker, match, { intent: "interest", message: "Zullen we?" });
  const interest = /href="(\/interest\/[\w-]+)"/.exec(await htmlFor(asker, match))?.[1] ?? "";
  await send(other, interest, { intent: "accept", reason: "" });
  const room = /href="(\/rooms\/[\w-]+)"/.exec(await htmlFor(asker, interest))?.[1] ?? "";
  return { mine: { id: mineId, title: mine }, theirs: { id: theirsId, title: theirs }, interest, room };
}

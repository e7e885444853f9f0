import type { Answer, Client } from "#tests/support/app-client";
import { fillIn } from "../crowd";
import type { Crowd, Member } from "../crowd";

/** Everything that the server said it had kept. */
export interface Acknowledged {
  readonly ideas: { readonly id: string; readonly title: string }[];
  readonly comments: { readonly ideaId: string; readonly body: string }[];
  readonly bookings: string[];
  readonly follows: { readonly ideaId: string; readonly personId: string }[];
  /** What the sheet of the juror said, the newest last. */
  readonly notes: string[];
  /** Answers that were a refusal, such as of a bench that somebody else has. */
  refused: number;
}

export const nothing = (): Acknowledged => ({ ideas: [], comments: [], bookings: [], follows: [], notes: [], refused: 0 });

/** Whoever writes until the server is gone. */
interface Writer {
  readonly crowd: Crowd;
  readonly acknowledged: Acknowledged;
  readonly isOver: () => boolean;
}

/** Somebody who plants, talks, follows and books, one thing after the other; ends when the server does not answer any more. */
export async function writeOn(member: Member, { crowd, acknowledged, isOver }: Writer): Promise<void> {
  for (let n = 0; !isOver(); n += 1) {
    try {
      const id = await plant(member, crowd, acknowledged, `Meter ${member.no} ${Date.now()} ${n}`);
      await comment(member, acknowledged, id, `Mooi werk ${member.no} ${Date.now()} ${n}`);
      await book(member, crowd, acknowledged, id, n);
      await follow(member, acknowledged);
    } catch (thrown) {
      if (!isOver()) throw thrown;
    }
  }
}

/** The juror, who keeps a sheet again and again. */
export async function scoreOn(juror: Member, path: string, { acknowledged, isOver }: Writer): Promise<void> {
  for (let n = 0; !isOver(); n += 1) {
    try {
      const note = `Nog eens gelezen ${Date.now()} ${n}`;
      const sent = await fillIn(juror, path, { note });
      const fields = { ...sent.fields, "level.need": String(1 + (n % 3)), intent: "save" };
      if (taken(await juror.client.post(sent.path, fields), acknowledged)) acknowledged.notes.push(note);
    } catch (thrown) {
      if (!isOver()) throw thrown;
    }
  }
}

/** Tells whether something was kept: the answer is a redirect. */
function taken({ status, path }: Answer, acknowledged: Acknowledged): boolean {
  if (status === 303) return true;
  if (status !== 409) throw new Error(`${path} answered ${status}`);
  acknowledged.refused += 1;
  return false;
}

async function step(client: Client, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await client.post(path, fields);
  if (answer.status !== 303 || answer.location === null) throw new Error(`${path} answered ${answer.status}`);
  return answer.location;
}

/** The three screens of a new idea. */
async function plant({ client }: Member, { campusId }: Crowd, { ideas }: Acknowledged, title: string): Promise<string> {
  const words = { title, pitch: "Toont waar de warmte weglekt, lokaal per lokaal.", lang: "nl", campusId };
  const second = await step(client, "/plant", { intent: "next", step: "1", ...words });
  const draftId = new URLSearchParams(second.split("?")[1]).get("draft") ?? "";
  const need = { "needs[0].kind": "expertise", "needs[0].words": "solderen", "needs[0].weight": "3" };
  const third = await step(client, second, { intent: "next", step: "2", draftId, ...need });
  const done = await step(client, third, { intent: "next", step: "3", draftId, visibility: "public", matchConsent: "open" });
  const id = done.replace("/ideas/", "");
  ideas.push({ id, title });
  return id;
}

async function comment({ client }: Member, acknowledged: Acknowledged, ideaId: string, body: string): Promise<void> {
  if (taken(await client.post(`/ideas/${ideaId}?index`, { intent: "comment", body }), acknowledged))
    acknowledged.comments.push({ ideaId, body });
}

/** A quarter that others want as well. */
async function book({ client, no }: Member, crowd: Crowd, acknowledged: Acknowledged, ideaId: string, n: number): Promise<void> {
  const minute = 7 * 60 + 15 * ((acknowledged.bookings.length + n + (no % 2)) % 44);
  const clock = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
  const when = { day: crowd.day, from: clock(minute), until: clock(minute + 15) };
  const resourceId = crowd.benches[n % crowd.benches.length] ?? "";
  const answer = await client.post(`/lab/${crowd.slug}/book`, { for: `idea:${ideaId}`, resourceId, ...when, purpose: "" });
  if (taken(answer, acknowledged)) acknowledged.bookings.push(answer.location?.split("/").at(-1) ?? "");
}

/** The newest idea of somebody else. */
async function follow({ client, person }: Member, acknowledged: Acknowledged): Promise<void> {
  const { ideas, follows } = acknowledged;
  const one = ideas.at(-2);
  if (!one || follows.some(({ ideaId, personId }) => ideaId === one.id && personId === person.personId)) return;
  const answer = await client.post(`/ideas/${one.id}?index`, { intent: "follow" });
  if (taken(answer, acknowledged)) follows.push({ ideaId: one.id, personId: person.personId });
}

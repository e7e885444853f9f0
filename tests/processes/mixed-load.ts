import type { Client } from "#tests/support/app-client";
import { fillIn } from "./crowd";
import type { Crowd, Member } from "./crowd";
import type { Roamer, Sending } from "./roamer";

/** One thing somebody wrote, and what they know of it. */
export interface Written {
  readonly kind: "comment" | "title" | "booking";
  readonly member: Member;
  /** The words themselves; of a booking its place and time. */
  readonly what: string;
  readonly known: "acknowledged" | "refused" | "unknown";
  /** Where the answer led. */
  readonly location: string | null;
}

const QUARTERS = 4;
/** Quarters of an hour since midnight from which the benches are wanted: one o'clock. */
const FIRST = 13 * 4;

const clock = (quarter: number): string => `${Math.floor(quarter / 4)}:${String((quarter % 4) * 15).padStart(2, "0")}`;

/** One member who reads and writes for as long as `goesOn`: pages, comments at the next idea, titles of their own, quarters that a neighbour wants too. */
export async function readsAndWrites(
  crowd: Crowd,
  member: Member,
  roamer: Roamer,
  goesOn: (rounds: number) => boolean,
): Promise<Written[]> {
  const all: Written[] = [];
  const note = (kind: Written["kind"], what: string, answer: Sending): void => {
    const about = { kind, member, what };
    if (answer === "unknown") all.push({ ...about, known: "unknown", location: null });
    else all.push({ ...about, known: answer.status < 400 ? "acknowledged" : "refused", location: answer.location });
  };
  const neighbour = crowd.members[(member.no + 1) % crowd.members.length]!;
  const write = async (path: string, typed: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) => {
    const sent = await roamer.read((client: Client) => fillIn({ ...member, client }, path, typed));
    return roamer.send((client) => client.post(sent.path, { ...sent.fields, ...more }));
  };
  for (let round = 0; goesOn(round); round += 1) {
    await roamer.read((client) => client.get("/ideas"));
    const body = `Regel ${round} van ${member.no}`;
    note("comment", body, await write(`/ideas/${neighbour.ideaId}`, { body }));
    const title = `Warmtemeter ${member.no}, ronde ${round}`;
    note("title", title, await write(`/ideas/${member.ideaId}/edit`, { title }, { intent: "save" }));
    if (round >= QUARTERS) continue;
    const pair = Math.floor(member.no / 2) * QUARTERS + round;
    const [resourceId, quarter] = [crowd.benches[pair % crowd.benches.length]!, FIRST + Math.floor(pair / crowd.benches.length)];
    const when = { day: crowd.day, from: clock(quarter), until: clock(quarter + 1) };
    const fields = { for: `idea:${member.ideaId}`, resourceId, purpose: "", ...when };
    note("booking", `${resourceId} ${when.from}`, await roamer.send((client) => client.post(`/lab/${crowd.slug}/book`, fields)));
  }
  return all;
}

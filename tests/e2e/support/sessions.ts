import { wall } from "./bench";
import { htmlFor } from "./contacts";
import { postForm, sessionOf } from "./people";
import type { PersonSlug } from "./people";

const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;

/** A stretch of one hour, on the clock of the campus, as the form of a session sends it. */
interface Hour {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** From the next quarter that is two minutes away or more: check-in is open by then. */
function soon(quarters: number): Hour {
  const start = Math.ceil((Date.now() + 120_000) / QUARTER) * QUARTER;
  const [day = "", from = ""] = wall(start).split("T");
  const [lastDay = "", until = ""] = wall(start + quarters * QUARTER).split("T");
  return { day, from, until: lastDay === day ? until : "24:00" };
}

/** Some day in the weeks to come on which nothing of the demo stands, at an hour that no other test takes. */
export function later(hour: number): Hour {
  const [day = ""] = wall(Date.now() + (30 + Math.floor(Math.random() * 100)) * DAY).split("T");
  const at = (h: number): string => `${String(h).padStart(2, "0")}:00`;
  return { day, from: at(hour), until: at(hour + 1) };
}

const COACHES = ["greet", "bart", "nele"] as const;

/** Plans a session that begins within a quarter, for the first coach who is free then; returns who that is and its path. */
export async function planSoon(title: string, seats: number): Promise<{ coach: PersonSlug; path: string }> {
  for (const coach of COACHES) {
    for (const quarters of [4, 1]) {
      const campusId = /name="campusId" value="([^"]+)"/.exec(await htmlFor(coach, "/sessions/new"))?.[1] ?? "";
      const place = { resourceId: "", place: "Bij de ingang", languages: "nl" };
      const shape = { seats: String(seats), rounds: "2", tableSize: "2", roundMinutes: "5", closesDay: "", closesAt: "" };
      const fields = { campusId, kind: "matchmaking", title, about: "Breng je idee mee.", ...place, ...soon(quarters), ...shape };
      const answer = await postForm("/sessions/new", fields, await sessionOf(coach));
      const path = /^(\/sessions\/[\w-]+)/.exec(answer.headers.get("Location") ?? "")?.[1];
      if (path) return { coach, path };
    }
  }
  throw new Error("no coach is free in this hour");
}

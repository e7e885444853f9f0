import { asWish, planningChoices } from "~/domain/sessions/queries";
import type { ActedSession } from "~/domain/sessions/rows";
import { addDays, dayAt, wallTimeAt } from "~/domain/scheduling/wall";
import type { SessionFormView } from "~/ui/sessions/SessionForm";
import type { WebCtx } from "./ctx";
import { viewOf } from "./view";

const FIRST_HOUR = 7;
const QUARTERS = 61;
const AHEAD_DAYS = 7;

/** Quarters on which a session may begin or end. */
const times = Array.from({ length: QUARTERS }, (_, i) => {
  const minute = FIRST_HOUR * 60 + i * 15;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
});

/** A quarter that is not in the list, such as one of the night, is offered when it is the present one. */
const withTime = (...chosen: readonly string[]): string[] => [...new Set([...times, ...chosen.filter(Boolean)])].sort();

/** The form of a session: empty, filled in like another one, or to change one. */
export async function sessionFormView(
  ctx: WebCtx,
  like: Pick<ActedSession, "session" | "group" | "campus"> | null,
  isNew: boolean,
): Promise<SessionFormView> {
  const { campuses, rooms } = await planningChoices(viewOf(ctx), isNew ? undefined : like?.campus.id);
  const wish = like && asWish(like);
  const own = campuses.find(({ id }) => id === wish?.campusId) ?? campuses[0];
  const zone = own?.zone ?? "Europe/Brussels";
  const severally = campuses.length > 1;
  const until = wish ? wallTimeAt(zone, wish.until) : "17:00";
  const from = wish ? wallTimeAt(zone, wish.from) : "15:00";
  const closes = wish && !isNew && wish.closesAt < wish.from ? wish.closesAt : null;
  const closesAt = closes ? wallTimeAt(zone, closes) : "";
  return {
    isNew,
    campuses: campuses.map(({ id, name }) => ({ value: id, label: name })),
    rooms: rooms.map(({ id, name, space, seats, campusId }) => {
      const campus = severally ? ` · ${campuses.find((one) => one.id === campusId)?.name ?? ""}` : "";
      return { value: id, label: `${name} · ${space} (${seats})${campus}` };
    }),
    times: withTime(from, until, closesAt),
    initial: {
      campusId: own?.id ?? "",
      kind: wish?.kind ?? "matchmaking",
      title: wish?.title ?? "",
      about: wish?.about ?? "",
      languages: wish?.languages ?? [ctx.actor.locale],
      resourceId: wish?.resourceId ?? "",
      place: wish?.place ?? "",
      day: wish && !isNew ? dayAt(zone, wish.from) : addDays(dayAt(zone, ctx.now), AHEAD_DAYS),
      from,
      until,
      seats: wish?.seats ?? 20,
      rounds: wish?.rounds || 4,
      tableSize: wish?.tableSize ?? 2,
      roundMinutes: wish?.roundMinutes ?? 10,
      closesDay: closes ? dayAt(zone, closes) : "",
      closesAt,
    },
  };
}

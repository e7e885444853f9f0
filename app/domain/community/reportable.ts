import { and, eq, isNull } from "drizzle-orm";
import { comments, ideas } from "#db/schema/ideas";
import type { Actor, Locale } from "../kernel/actor";
import { found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { isId, keyList, openTo } from "../ideas/visible";
import { isWritten, writtenTo } from "./written";

/** What somebody is about to report: its words, and the page to return to. */
export interface Reportable {
  readonly words: string;
  readonly lang: Locale;
  readonly back: string;
}

/** The idea, comment, message, note or photo as the actor sees it. Refuses with "not_found" when there is none they may see. */
export async function reportable({ db, actor }: { db: Db; actor: Actor }, kind: string, id: string, now: Date): Promise<Reportable> {
  if (isWritten(kind)) {
    const { words, lang, path } = found(await writtenTo({ db, actor }, kind, id, now));
    // A photo stands on many pages, and is none itself.
    return { words, lang, back: kind === "photo" ? "/greenhouse" : path };
  }
  const isIdea = kind === "idea";
  if (!isId(id) || (!isIdea && kind !== "comment")) return found<Reportable>(null);
  const visible = openTo(ideas.id, keyList(actor));
  if (isIdea) {
    const [idea] = await db
      .select({ words: ideas.title, lang: ideas.lang })
      .from(ideas)
      .where(and(eq(ideas.id, id), visible));
    return { ...found(idea), back: `/ideas/${id}` };
  }
  const [comment] = await db
    .select({ words: comments.body, lang: comments.lang, ideaId: ideas.id })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(and(eq(comments.id, id), isNull(comments.removedAt), isNull(comments.hiddenAt), visible));
  const { words, lang, ideaId } = found(comment);
  return { words, lang, back: `/ideas/${ideaId}#comments` };
}

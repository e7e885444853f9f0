import { standIns } from "../campus/terms/stand-ins";
import type { Db } from "../kernel/store";
import type { DraftContent, IdeaContent } from "./idea";

const TOPICS = ["domainId", "growthMarketId", "productionStepId"] as const;
const LISTS = ["needs", "offers"] as const;

/** What was written with the terms that stand for its own since some were merged. What is stored keeps saying what it said. */
export async function standingContent<T extends DraftContent | IdeaContent>(db: Db, content: T): Promise<T> {
  const words = LISTS.flatMap((list) => content[list] ?? []);
  const now = await standIns(db, [...TOPICS.map((topic) => content[topic]), ...words.map(({ termId }) => termId)]);
  const topics = TOPICS.flatMap((topic) => (content[topic] ? [[topic, now(content[topic])] as const] : []));
  const lists = LISTS.flatMap((list) =>
    content[list] ? [[list, content[list].map((word) => ({ ...word, termId: now(word.termId) }))] as const] : [],
  );
  return { ...content, ...Object.fromEntries<unknown>([...topics, ...lists]) };
}

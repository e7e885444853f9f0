import type { IdeaCardView } from "./IdeaCard";
import { IdeaCard } from "./IdeaCard";
import css from "./IdeaCard.module.css";

/** Ideas under each other on a phone, two beside each other where there is room. */
export function IdeaList({ ideas, label }: { ideas: readonly IdeaCardView[]; label?: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {ideas.map((idea) => (
        <IdeaCard key={idea.id} idea={idea} />
      ))}
    </ul>
  );
}

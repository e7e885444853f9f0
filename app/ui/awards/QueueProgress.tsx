import css from "./QueueProgress.module.css";

/** How far a juror is: one small bar an entry. The text beside it says the same. */
export function QueueProgress({ text, done, total, position }: { text: string; done: number; total: number; position?: number }) {
  return (
    <div className={css.progress}>
      <p className={css.text}>{text}</p>
      <div className={css.bars} aria-hidden="true">
        {Array.from({ length: total }, (_, at) => (
          <span key={at} data-state={position === at + 1 ? "here" : at < done ? "done" : "todo"} />
        ))}
      </div>
    </div>
  );
}

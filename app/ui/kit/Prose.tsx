import css from "./Prose.module.css";

/** Plain text under headings. */
export function Prose({ parts }: { parts: readonly { title: string; text: string }[] }) {
  return (
    <div className={css.prose}>
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <p>{part.text}</p>
        </section>
      ))}
    </div>
  );
}

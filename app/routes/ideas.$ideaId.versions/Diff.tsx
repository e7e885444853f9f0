import { useT } from "~/ui/i18n";
import css from "./Diff.module.css";

interface Part {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}
interface WordsDiff {
  readonly added: readonly { readonly words: string }[];
  readonly removed: readonly { readonly words: string }[];
}
interface ContentDiff {
  readonly title: readonly Part[] | null;
  readonly pitch: readonly Part[] | null;
  readonly description: readonly Part[] | null;
  readonly needs: WordsDiff;
  readonly offers: WordsDiff;
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const t = useT();
  return (
    <p className={css.text}>
      {parts.map((part, at) => {
        if (part.kind === "same") return <span key={at}>{part.text}</span>;
        const Tag = part.kind === "added" ? "ins" : "del";
        return (
          <Tag key={at}>
            <span className="sr-only">{part.kind === "added" ? t("versions.added") : t("versions.gone")}: </span>
            {part.text}
          </Tag>
        );
      })}
    </p>
  );
}

/** What changed between two versions: added green and underlined, removed struck through. */
export function Diff({ diff, lang }: { diff: ContentDiff; lang: string }) {
  const t = useT();
  const words = (list: WordsDiff): Part[] => [
    ...list.removed.map(({ words: text }): Part => ({ kind: "removed", text: `${text} ` })),
    ...list.added.map(({ words: text }): Part => ({ kind: "added", text: `${text} ` })),
  ];
  const sections = [
    ["title", diff.title],
    ["pitch", diff.pitch],
    ["description", diff.description],
    ["needs", words(diff.needs)],
    ["offers", words(diff.offers)],
  ] as const;
  const changed = sections.filter(([, parts]) => parts !== null && parts.length > 0);
  if (changed.length === 0) return <p>{t("versions.same")}</p>;
  return (
    <dl className={css.diff} lang={lang}>
      {changed.map(([name, parts]) => (
        <div key={name}>
          <dt>{t(`versions.field.${name}`)}</dt>
          <dd>
            <Parts parts={parts ?? []} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

import type { RefusalReason, SubjectKind } from "~/domain/matching/match";
import type { AideRule, WhyNotRule } from "~/domain/matching/why-not";
import { SearchForm } from "~/ui/forms/SearchForm";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import type { ReasonView } from "~/ui/matching/Reasons";
import { Reasons } from "~/ui/matching/Reasons";
import css from "./WhyNot.module.css";

interface Subject {
  readonly id: string;
  readonly title: string;
  /** The language of a title; null of a name. */
  readonly lang: string | null;
}
interface Found extends Subject {
  readonly kind: SubjectKind;
}
type Ruled =
  { readonly kind: "idea"; readonly rule: WhyNotRule } | { readonly kind: Exclude<SubjectKind, "idea">; readonly rule: AideRule };
type Answered = Ruled & {
  readonly subject: Subject;
  readonly refusal: RefusalReason | null;
  readonly token: string | null;
  readonly verdict: { readonly fit: number; readonly complementarity: number; readonly reasons: readonly ReasonView[] } | null;
};
export interface WhyNotView {
  readonly q: string;
  /** Null when nothing was searched for. */
  readonly found: readonly Found[] | null;
  /** Undefined when nothing was asked, null when it is nothing that the reader sees. */
  readonly answer?: Answered | null;
}

/** "Why not X?": a question about any idea, coach, expert or organisation that the reader sees, and its answer. An address holds both, so that it works without JavaScript. */
export function WhyNot({ ideaId, view }: { ideaId: string; view: WhyNotView }) {
  const t = useT();
  const { q, found, answer } = view;
  return (
    <section className={css.box} id="why-not">
      <h2>{t("matching.why_not.title")}</h2>
      <SearchForm key={q} action={`/ideas/${ideaId}/matches#why-not`} label={t("matching.why_not.label")} words={q} maxLength={200} />
      {answer === undefined ? null : <Answer ideaId={ideaId} answer={answer} />}
      {found === null ? null : <Choices ideaId={ideaId} q={q} found={found} />}
    </section>
  );
}

function Choices({ ideaId, q, found }: { ideaId: string; q: string; found: readonly Found[] }) {
  const t = useT();
  if (found.length === 0) return <p role="status">{t("matching.why_not.none")}</p>;
  return (
    <ul className={css.found} aria-label={t("matching.why_not.choose")}>
      {found.map((one) => (
        <li key={one.id}>
          <Link to={`/ideas/${ideaId}/matches?${addressOf(q, one)}#why-not`}>
            <Title of={one} />
          </Link>
          {one.kind === "idea" ? null : ` · ${t(`matching.why_not.kind.${one.kind}`)}`}
        </li>
      ))}
    </ul>
  );
}

const addressOf = (q: string, { kind, id }: Found): string =>
  new URLSearchParams({ q, not: id, ...(kind === "idea" ? {} : { kind }) }).toString();

function Title({ of: { title, lang } }: { of: Subject }) {
  const locale = useLocale();
  return <span lang={lang === null || lang === locale ? undefined : lang}>{title}</span>;
}

function Answer({ ideaId, answer }: { ideaId: string; answer: Answered | null }) {
  const t = useT();
  if (answer === null) return <p role="status">{t("matching.why_not.unknown")}</p>;
  const { kind, subject, refusal, token, verdict } = answer;
  const title = <Title of={subject} />;
  return (
    <Card>
      <h3>{kind === "idea" ? <Link to={`/ideas/${subject.id}`}>{title}</Link> : title}</h3>
      <p role="status">
        {answer.kind === "idea" ? t(`matching.why_not.rule.${answer.rule}`) : t(`matching.why_not.aide.${answer.rule}`)}
        {refusal ? ` ${t(`matching.refusal.${refusal}`)}.` : null}
      </p>
      {verdict ? (
        <>
          <p>
            {kind === "idea"
              ? t("matching.why_not.numbers", { n: verdict.complementarity, fit: verdict.fit })
              : t("matching.why_not.aide.numbers", { n: verdict.complementarity })}
          </p>
          <Reasons reasons={verdict.reasons} of={verdict.complementarity} />
        </>
      ) : null}
      {token ? (
        <p>
          <Link to={`/ideas/${ideaId}/match/${kind}/${token}`}>{t("matching.why")}</Link>
        </p>
      ) : null}
    </Card>
  );
}

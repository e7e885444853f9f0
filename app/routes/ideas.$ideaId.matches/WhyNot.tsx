import { SearchForm } from "~/ui/forms/SearchForm";
import type { WhyNotRule } from "~/domain/matching/why-not";
import type { RefusalReason } from "~/domain/matching/match";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import type { ReasonView } from "~/ui/matching/Reasons";
import { Reasons } from "~/ui/matching/Reasons";
import css from "./WhyNot.module.css";

interface Found {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
}
export interface WhyNotView {
  readonly q: string;
  /** Null when nothing was searched for. */
  readonly found: readonly Found[] | null;
  /** Undefined when nothing was asked, null when the idea is none that the reader sees. */
  readonly answer?: {
    readonly idea: Found;
    readonly rule: WhyNotRule;
    readonly refusal: RefusalReason | null;
    readonly token: string | null;
    readonly verdict: { readonly fit: number; readonly complementarity: number; readonly reasons: readonly ReasonView[] } | null;
  } | null;
}

/** "Why not X?": a question about any idea that the reader sees, and its answer. An address holds both, so that it works without JavaScript. */
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
          <Link to={`/ideas/${ideaId}/matches?${new URLSearchParams({ q, not: one.id }).toString()}#why-not`}>
            <Title idea={one} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Title({ idea }: { idea: Found }) {
  const locale = useLocale();
  return <span lang={idea.lang === locale ? undefined : idea.lang}>{idea.title}</span>;
}

function Answer({ ideaId, answer }: { ideaId: string; answer: NonNullable<WhyNotView["answer"]> | null }) {
  const t = useT();
  if (answer === null) return <p role="status">{t("matching.why_not.unknown")}</p>;
  const { idea, rule, refusal, token, verdict } = answer;
  return (
    <Card>
      <h3>
        <Link to={`/ideas/${idea.id}`}>
          <Title idea={idea} />
        </Link>
      </h3>
      <p role="status">
        {t(`matching.why_not.rule.${rule}`)}
        {refusal ? ` ${t(`matching.refusal.${refusal}`)}.` : null}
      </p>
      {verdict ? (
        <>
          <p>{t("matching.why_not.numbers", { n: verdict.complementarity, fit: verdict.fit })}</p>
          <Reasons reasons={verdict.reasons} of={verdict.complementarity} />
        </>
      ) : null}
      {token ? (
        <p>
          <Link to={`/ideas/${ideaId}/match/idea/${token}`}>{t("matching.why")}</Link>
        </p>
      ) : null}
    </Card>
  );
}

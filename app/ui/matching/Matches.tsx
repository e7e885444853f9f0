import type { MatchConsent } from "~/domain/ideas/idea";
import { SubmitButton } from "../forms/parts";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import type { MatchView } from "./MatchCard";
import { MatchCard } from "./MatchCard";
import css from "./Matches.module.css";

interface NeedView {
  readonly id: string;
  readonly words: string;
  readonly lang: string;
  readonly origin: string;
}
export interface MatchesView {
  readonly consent: MatchConsent;
  /** Null when the team is shown none. */
  readonly items: readonly MatchView[] | null;
}

/** Needs that were read from the text, each to be confirmed or taken away. */
export function ProposedNeeds({ ideaId, needs }: { ideaId: string; needs: readonly NeedView[] }) {
  const t = useT();
  const proposed = needs.filter(({ origin }) => origin === "text");
  if (proposed.length === 0) return null;
  const act = (need: NeedView, intent: "confirm" | "dismiss") => (
    <ReplyForm formId={`${intent}-${need.id}`} intent={`${intent}_word`} action={`/ideas/${ideaId}?index`}>
      <input type="hidden" name="id" value={need.id} />
      <SubmitButton look="link" label={`${t(`matching.${intent}`)}: ${need.words}`}>
        {t(`matching.${intent}`)}
      </SubmitButton>
    </ReplyForm>
  );
  return (
    <div className={css.proposed}>
      <p>{t("matching.proposed")}</p>
      <ul>
        {proposed.map((need) => (
          <li key={need.id}>
            <strong className={css.need} lang={need.lang}>
              {need.words}
            </strong>
            {act(need, "confirm")}
            {act(need, "dismiss")}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Matches under each other, ideas before people and organisations. */
export function MatchList({ ideaId, items, speaks }: { ideaId: string; items: readonly MatchView[]; speaks: boolean }) {
  const t = useT();
  const ideas = items.filter(({ kind }) => kind === "idea");
  const people = items.filter(({ kind }) => kind !== "idea");
  const list = (some: readonly MatchView[]) => (
    <ul className={css.list}>
      {some.map((match) => (
        <MatchCard key={match.token} ideaId={ideaId} match={match} speaks={speaks} />
      ))}
    </ul>
  );
  return (
    <>
      {ideas.length > 0 ? list(ideas) : null}
      {people.length > 0 ? (
        <>
          <h3 className={css.people}>{t("matching.people")}</h3>
          {list(people)}
        </>
      ) : null}
    </>
  );
}

/** Why a team is shown no matches, with where to change that. */
export function NoMatches({ ideaId, consent, items }: MatchesView & { ideaId: string }) {
  const t = useT();
  if (items !== null && items.length > 0) return null;
  if (consent === "by_coach" || consent === "not") {
    return (
      <p className={css.none}>
        {t(`matching.consent_${consent}`)} <Link to={`/ideas/${ideaId}/edit`}>{t("matching.consent_change")}</Link>
      </p>
    );
  }
  return (
    <p className={css.none}>
      {t("matching.none_text")} <Link to={`/ideas/${ideaId}/edit`}>{t("matching.none_action")}</Link>
    </p>
  );
}

/** The section of an idea's page: the best matches and the way to all of them. */
export function Matches({ ideaId, matches, needs }: { ideaId: string; matches: MatchesView; needs: readonly NeedView[] }) {
  const t = useT();
  return (
    <section className={css.section} id="matches">
      <h2>{t("matching.section")}</h2>
      <ProposedNeeds ideaId={ideaId} needs={needs} />
      <MatchList ideaId={ideaId} items={matches.items ?? []} speaks />
      <NoMatches ideaId={ideaId} {...matches} />
      {matches.items && matches.items.length > 0 ? (
        <p>
          <Link to={`/ideas/${ideaId}/matches`}>{t("matching.all")}</Link>
        </p>
      ) : null}
    </section>
  );
}

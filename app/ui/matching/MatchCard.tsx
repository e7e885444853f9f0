import type { Stage } from "~/domain/ideas/idea";
import type { SubjectKind } from "~/domain/matching/match";
import { useLocale, useT } from "../i18n";
import { plantOf } from "../ideas/plant-of";
import { Kept } from "../kit/Kept";
import { Link } from "../kit/Link";
import { Plant } from "../plant/Plant";
import css from "./Matches.module.css";
import type { ReasonView } from "./Reasons";
import { Reasons } from "./Reasons";
import { VeiledPlant } from "./VeiledPlant";

export interface IdeaView {
  readonly lang: string;
  readonly domain: string;
  readonly open: {
    readonly id: string;
    readonly title: string;
    readonly stage: Stage;
    readonly versionNo: number;
    readonly commentCount: number;
    readonly openNeedCount: number;
    readonly challenge: boolean;
  } | null;
}
export interface MatchView {
  readonly kind: SubjectKind;
  readonly token: string;
  readonly complementarity: number;
  readonly fit: number;
  readonly alike: boolean;
  readonly reasons: readonly ReasonView[];
  readonly standing: "new" | "asked" | "asked_us" | "together" | "declined";
  readonly interestId: string | null;
  readonly idea: IdeaView | null;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly role: "coach" | "expert";
    readonly langs: readonly string[];
  } | null;
  readonly organisation: { readonly name: string } | null;
}

/** What the other side is called: a person or an organisation by name, an open idea by title, a veiled one by its domain. */
export function useMatchName(): (match: Pick<MatchView, "idea" | "person"> & Partial<Pick<MatchView, "organisation">>) => string {
  const t = useT();
  return ({ idea, person, organisation }) => {
    if (person) return person.name;
    if (organisation) return organisation.name;
    if (idea?.open) return idea.open.title;
    return idea?.domain ? t("matching.veiled_in", { domain: idea.domain.toLowerCase() }) : t("matching.veiled");
  };
}

/** The number with its bar. */
export function Score({ match }: { match: Pick<MatchView, "complementarity" | "fit" | "kind"> }) {
  const t = useT();
  return (
    <p className={css.score}>
      <strong>{match.complementarity}</strong>
      <span>{match.kind === "idea" ? t("matching.completes") : t("matching.helps")}</span>
      <span className={css.bar} aria-hidden="true">
        <span style={{ width: `${match.complementarity}%` }} />
      </span>
      <span className={css.fit}>{t("matching.fits", { fit: match.fit })}</span>
    </p>
  );
}

/** The plant of an idea, or the bell over a veiled one; people and organisations have their first letters. */
export function Picture({ match }: { match: Pick<MatchView, "idea" | "person"> & Partial<Pick<MatchView, "organisation">> }) {
  const { idea } = match;
  const named = match.person ?? match.organisation;
  if (named) {
    const letters = named.name.split(/\s+/).map((word) => word[0] ?? "");
    return (
      <span className={css.letters} aria-hidden="true">
        {letters.slice(0, 2).join("")}
      </span>
    );
  }
  return idea?.open ? <Plant spec={plantOf(idea.open)} className={css.plant} /> : <VeiledPlant className={css.plant} />;
}

interface CardProps {
  readonly ideaId: string;
  readonly match: MatchView;
  readonly speaks: boolean;
}

/** One match: who, why, how much, and what to do about it. */
export function MatchCard(props: CardProps) {
  return (
    <Kept as="li" name="match" of={props} className={css.card} data-kind={props.match.kind}>
      <Inside {...props} />
    </Kept>
  );
}

/** Plain elements: seven of these stand on a page of an idea. */
function Inside({ ideaId, match, speaks }: CardProps) {
  const t = useT();
  const locale = useLocale();
  const name = useMatchName()(match);
  const { idea, person, organisation, standing } = match;
  const page = `/ideas/${ideaId}/match/${match.kind}/${match.token}`;
  const lang = idea && idea.lang !== locale ? idea.lang : undefined;
  return (
    <>
      <Picture match={match} />
      <div className={css.text}>
        <h3>
          <Link to={page} lang={idea?.open ? lang : undefined}>
            {name}
          </Link>
          {lang ? <span className={css.lang}> {lang}</span> : null}
          {idea?.open?.challenge ? <span className={css.challenge}> {t("ideas.challenge")}</span> : null}
          {organisation ? <span className={css.lang}> {t("matching.role.organisation")}</span> : null}
          {person ? <span className={css.lang}> {`${t(`matching.role.${person.role}`)} · ${person.langs.join(", ")}`}</span> : null}
        </h3>
        <Reasons reasons={match.reasons} />
        {match.alike ? <p className={css.alike}>{t("matching.alike")}</p> : null}
        {standing === "new" ? null : <p className={css.standing}>{t(`matching.standing.${standing}`)}</p>}
        {speaks && standing === "new" ? (
          <p className={css.acts}>
            {person ? (
              <Link to={`/coaching/${person.id}?idea=${ideaId}`}>{t("matching.talk")}</Link>
            ) : (
              <Link to={`${page}#ask`}>{t("matching.ask")}</Link>
            )}
            <Link to={`${page}#not`}>{t("matching.refuse")}</Link>
          </p>
        ) : null}
        {match.interestId && standing !== "new" ? (
          <p className={css.acts}>
            <Link to={`/interest/${match.interestId}`}>{t("matching.to_interest")}</Link>
          </p>
        ) : null}
      </div>
      <Score match={match} />
    </>
  );
}

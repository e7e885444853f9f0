import { CoachLine } from "~/ui/coaching/CoachLine";
import { Face, Faces } from "~/ui/kit/Face";
import { ButtonLink } from "~/ui/kit/Button";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import type { IdeaData } from "./route";
import css from "./Idea.module.css";

/** Faces before the names: of a large team the first. */
const FACES_SHOWN = 6;

/** Who is behind the idea and what the reader can do with it. */
export function Owner({ data }: { data: IdeaData }) {
  const t = useT();
  const { idea, coach, photos } = data;
  const named = idea.members.flatMap(({ person }) => (person ? [person] : []));
  return (
    <div className={css.owner}>
      <p>
        <span className={css.label}>{t("ideas.page.team")}</span>{" "}
        {named.length > 0 ? (
          <Faces>
            {named.slice(0, FACES_SHOWN).map(({ personId, name }) => (
              <Face key={personId} name={name} photo={photos[personId]} size="little" />
            ))}
          </Faces>
        ) : null}{" "}
        {named.length > 0 ? named.map(({ name }) => name).join(", ") : t("ideas.page.team_hidden")}
      </p>
      {coach ? <CoachLine line={coach} label={css.label} /> : null}
      <div className={css.actions}>
        {idea.rights.edit ? (
          <ButtonLink to={`/ideas/${idea.id}/edit`} look="primary">
            {t("ideas.page.edit")}
          </ButtonLink>
        ) : null}
        {idea.membership ? <ButtonLink to={`/ideas/${idea.id}/team`}>{t("ideas.page.team_manage")}</ButtonLink> : null}
        {idea.rights.edit ? <ButtonLink to={`/coaching?idea=${idea.id}`}>{t("ideas.page.to_coach")}</ButtonLink> : null}
        {idea.rights.edit ? <ButtonLink to={`/lab/${idea.campus.slug}?for=idea:${idea.id}`}>{t("ideas.page.to_lab")}</ButtonLink> : null}
        {idea.rights.edit && idea.kind === "idea" ? <ButtonLink to={`/ideas/${idea.id}/graft`}>{t("graft.do")}</ButtonLink> : null}
        {idea.rights.follow && !idea.membership && idea.status === "active" ? (
          <ButtonLink to={`/ideas/${idea.id}/fork`}>{t("fork.title")}</ButtonLink>
        ) : null}
        {idea.rights.follow && !idea.membership ? (
          <ReplyForm formId="follow" intent={idea.following ? "unfollow" : "follow"}>
            <SubmitButton look="quiet">{idea.following ? t("ideas.page.unfollow") : t("ideas.page.follow")}</SubmitButton>
          </ReplyForm>
        ) : null}
      </div>
    </div>
  );
}

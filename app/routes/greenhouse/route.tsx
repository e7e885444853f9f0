import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { discardDraft } from "~/domain/ideas/discard-draft";
import { invitationAnswerSchema } from "~/domain/ideas/forms";
import { Coachings } from "~/ui/coaching/CoachLine";
import { useT } from "~/ui/i18n";
import { IdeaList } from "~/ui/ideas/IdeaList";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { Agenda } from "./Agenda";
import { Drafts } from "./Drafts";
import css from "./Greenhouse.module.css";
import { greenhouseView } from "./load.server";
import { Steps } from "./Steps";
import { WaitsForMe, WaitsForOthers } from "./Waits";

export const handle: PageHandle = { title: "garden.title" };

export const loader = definePersonLoader(({ ctx }) => greenhouseView(ctx));

export const action = definePersonAction(async ({ ctx, form, intent }) => {
  const id = String(form.get("id") ?? "");
  if (intent === "discard") {
    await discardDraft(ctx, { draftId: id });
    setToast(ctx.web, { key: "garden.draft_dropped" });
    return redirect("/greenhouse", 303);
  }
  const parsed = parseForm(form, invitationAnswerSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { ideaId } = await answerTeamInvitation(ctx, id, parsed.value.answer);
  const accepted = parsed.value.answer === "accept";
  setToast(ctx.web, { key: accepted ? "garden.accepted" : "garden.declined" });
  return redirect(accepted ? `/ideas/${ideaId}` : "/greenhouse", 303);
});

export default function MyGreenhouse() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const { name, ideas, drafts, steps, awaited, agenda, unread, coaching, organises } = view;
  return (
    <Page
      title={t("garden.title")}
      lead={t("garden.lead", { name })}
      actions={
        <ButtonLink to="/plant" look="primary">
          {t("home.action")}
        </ButtonLink>
      }
    >
      <p className={css.links}>
        <Link to="/notices">{unread > 0 ? t("nav.unread", { count: unread }) : t("notices.garden.notices")}</Link>
        <Link to="/rooms">{t("rooms.title")}</Link>
        {organises ? <Link to="/desk">{t("notices.garden.desk")}</Link> : null}
        <Link to="/sessions">{t("sessions.title")}</Link>
        <Link to="/account/calendar">{t("notices.agenda.feed")}</Link>
        <Link to="/account">{t("garden.account")}</Link>
      </p>
      <WaitsForMe view={view} />
      <Steps steps={steps} />
      <Agenda agenda={agenda} />
      <Drafts drafts={drafts} />
      {ideas.length === 0 ? (
        <EmptyState title={t("garden.empty.title")} text={t("garden.empty.text")} />
      ) : (
        <section aria-label={t("garden.ideas")}>
          <IdeaList ideas={ideas} label={t("garden.ideas")} />
        </section>
      )}
      <Coachings ofMine={coaching.ofMine} byMe={coaching.byMe} />
      <WaitsForOthers awaited={awaited} />
    </Page>
  );
}

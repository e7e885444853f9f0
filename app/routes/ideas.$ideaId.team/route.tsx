import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { teamInviteSchema } from "~/domain/ideas/forms";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { makeOwner } from "~/domain/ideas/make-owner";
import { teamOf } from "~/domain/ideas/queries-team";
import { removeMember } from "~/domain/ideas/remove-member";
import { withdrawTeamInvitation } from "~/domain/ideas/withdraw-team-invitation";
import { DomainError } from "~/domain/kernel/errors";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { facesOfTeam } from "~/web/faces";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Members } from "./Members";

export const handle: PageHandle = { title: "ideas.page.team" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const team = await teamOf(viewOf(ctx), params.ideaId ?? "");
  return { ...team, photos: await facesOfTeam(ctx, team.members), me: ctx.actor.personId };
});

export type TeamData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const ideaId = params.ideaId ?? "";
  const id = String(form.get("id") ?? "");
  const here = `/ideas/${ideaId}/team`;
  switch (intent) {
    case "invite": {
      const parsed = parseForm(form, teamInviteSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await inviteToTeam(ctx, ideaId, parsed.value);
      setToast(ctx.web, { key: "team.invited" });
      break;
    }
    case "withdraw":
      await withdrawTeamInvitation(ctx, ideaId, id);
      setToast(ctx.web, { key: "team.withdrawn" });
      break;
    case "owner":
      await makeOwner(ctx, ideaId, id);
      setToast(ctx.web, { key: "team.made_owner", params: { name: String(form.get("name") ?? "") } });
      break;
    case "remove":
      await removeMember(ctx, ideaId, id);
      setToast(ctx.web, { key: "team.removed" });
      break;
    case "leave":
      await leaveTeam(ctx, ideaId);
      setToast(ctx.web, { key: "team.left" });
      return redirect("/greenhouse", 303);
    default:
      throw new DomainError("invalid");
  }
  return redirect(here, 303);
});

export default function Team() {
  const t = useT();
  const { ideaId = "" } = useParams();
  const { title, members, photos, invitations, mayInvite, me } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("team.title", { title })} lead={t("team.lead")} width="middle">
      <Members members={members} photos={photos} invitations={invitations} mayInvite={mayInvite} me={me} />
      {mayInvite ? (
        <Card>
          <h2>{t("team.invite")}</h2>
          <ReplyForm key={invitations.length} formId="invite" reply={reply} intent="invite">
            <Fields>
              <ErrorSummary />
              <TextField name="email" type="email" label={t("sign.in.email")} hint={t("team.invite_hint")} autoComplete="off" />
              <SubmitButton>{t("team.invite_send")}</SubmitButton>
            </Fields>
          </ReplyForm>
        </Card>
      ) : null}
      <p>
        <Link to={`/ideas/${ideaId}`}>{t("team.back")}</Link>
      </p>
    </Page>
  );
}

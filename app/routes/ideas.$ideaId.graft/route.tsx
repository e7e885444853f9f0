import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { graftSchema } from "~/domain/ideas/graft/forms";
import { graftableWith, graftPlan } from "~/domain/ideas/graft/queries";
import { proposeGraft } from "~/domain/ideas/graft/propose-graft";
import { ideaToActOn } from "~/domain/ideas/visible";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Choose } from "./Choose";
import { Propose } from "./Propose";

export const handle: PageHandle = { title: "graft.title" };

/** Ids in the address: chosen ones, and those in an address that was pasted. */
function chosenIds(search: URLSearchParams, own: string): string[] {
  const pasted = /\/ideas\/([\w-]{1,64})/.exec(search.get("address") ?? "")?.[1];
  return [...new Set([...search.getAll("with"), ...(pasted === undefined ? [] : [pasted])])].filter((id) => id !== own).slice(0, 3);
}

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = viewOf(ctx);
  const ideaId = params.ideaId ?? "";
  const withIds = chosenIds(ctx.url.searchParams, ideaId);
  const { idea } = await ideaToActOn(view.db, view.actor, ideaId);
  const own = { id: idea.id, title: idea.title, lang: idea.lang };
  if (withIds.length > 0) return { own, choices: [], plan: await graftPlan(view, ideaId, withIds) };
  return { own, choices: await graftableWith(view, ideaId), plan: null };
});

export type GraftData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const parsed = parseForm(form, graftSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { proposalId, childId } = await proposeGraft(ctx, params.ideaId ?? "", parsed.value);
  setToast(ctx.web, { key: childId === null ? "graft.sent" : "graft.made" });
  return redirect(childId === null ? `/graft/${proposalId}` : `/ideas/${childId}`, 303);
});

export default function Graft() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("graft.title")} lead={t("graft.lead")} width="middle">
      {data.plan === null ? <Choose choices={data.choices} /> : <Propose plan={data.plan} reply={reply} />}
      <p>
        {data.plan === null ? null : (
          <>
            <Link to={`/ideas/${data.own.id}/graft`}>{t("graft.other")}</Link>
            {" · "}
          </>
        )}
        <Link to={`/ideas/${data.own.id}`} lang={data.own.lang}>
          {data.own.title}
        </Link>
      </p>
    </Page>
  );
}

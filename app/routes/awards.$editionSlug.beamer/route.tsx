import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beamerFor } from "~/domain/awards/ceremony/stage";
import { editionToOversee } from "~/domain/awards/load";
import { Refused } from "~/ui/forms/parts";
import type { PageHandle } from "~/ui/page-title";
import { pressed } from "~/web/ceremony";
import { qrOf } from "~/web/qr";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Screen } from "./Screen";

export const handle: PageHandle = { title: "ceremony.beamer" };

/** The screen of the hall: one slide at a time, moved by the keys a presenter gives. It holds nothing that was not shown yet. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  const stage = await beamerFor(viewOf(ctx), slug, ctx.now);
  const address = (below: string) => new URL(`/awards/${slug}${below}`, ctx.web.env.PUBLIC_ORIGIN).href;
  const told = (below: string) => ({ qr: qrOf(address(below)), address: address(below).replace(/^https?:\/\//, "") });
  return { stage, vote: told("/vote"), live: told("/live") };
});

export type BeamerData = ReturnType<typeof useLoaderData<typeof loader>>;

/** A press without JavaScript; with it the page asks `show` and never leaves. */
export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  const slug = params.editionSlug ?? "";
  await editionToOversee(ctx.store.db, ctx.actor, slug, ctx.now);
  const key = await pressed(args, slug);
  if (key) setToast(ctx.web, { key });
  return redirect(`/awards/${slug}/beamer`, 303);
});

export default function Beamer() {
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <>
      <Refused reply={reply} />
      <Screen data={data} />
    </>
  );
}

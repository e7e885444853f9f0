import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookResource } from "~/domain/lab/book-resource";
import { bookForm } from "~/domain/lab/forms";
import { bookingFor } from "~/domain/lab/queries";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Columns } from "~/ui/kit/Columns";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { clockAt, dayNameAt } from "~/web/lab";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { BookForm } from "./BookForm";
import { FreeOfDay } from "./FreeOfDay";
import { bookView } from "./load.server";

export const handle: PageHandle = { title: "lab.book" };

export const loader = definePersonLoader(({ ctx, params }) => bookView(ctx, params.campusSlug ?? ""));

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const parsed = parseForm(form, bookForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { for: bookedFor, ...wish } = parsed.value;
  const { bookingId } = await bookResource(ctx, { ...wish, ...bookedFor });
  const { resource, zone, from, until, campusSlug } = await bookingFor({ db: ctx.store.db, actor: ctx.actor }, bookingId, ctx.now);
  const { locale } = ctx.actor;
  const page = `/lab/${campusSlug}/booking/${bookingId}`;
  const said = { name: resource[locale], day: dayNameAt(locale, zone, from), from: clockAt(zone, from), until: clockAt(zone, until) };
  setToast(ctx.web, { key: "lab.book.done", params: said, undo: { action: page, intent: "cancel", id: bookingId } });
  return redirect(params.campusSlug === campusSlug ? page : `/lab/${campusSlug}`, 303);
});

export default function Book() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { campus, choices, resources, back } = view;
  const empty =
    resources.length === 0 ? (
      <EmptyState title={t("lab.space.none")} text={t("lab.space.none_text")} />
    ) : choices.length === 0 ? (
      <EmptyState
        title={t("lab.book.no_idea")}
        text={t("lab.book.no_idea_text")}
        action={<ButtonLink to="/plant">{t("lab.book.plant")}</ButtonLink>}
      />
    ) : null;
  return (
    <Page
      title={t("lab.book")}
      lead={t("lab.book.lead")}
      width="middle"
      actions={<ButtonLink to={back}>{t("lab.book.to_grid")}</ButtonLink>}
    >
      {empty ?? (
        <Columns first={1.5}>
          <BookForm key={`${view.chosen?.id} ${view.day} ${view.initial.from}`} view={view} reply={reply} />
          <FreeOfDay view={view} campus={campus.name} />
        </Columns>
      )}
    </Page>
  );
}

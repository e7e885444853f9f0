import { useActionData, useLoaderData } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { CancelForm, MoveForm, RestoreForm } from "./Change";
import { BookingFacts } from "./Facts";
import { bookingView } from "./load.server";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "lab.booking" };

export const loader = definePersonLoader(({ ctx, params }) => bookingView(ctx, params.campusSlug, params.bookingId ?? ""));

export const action = definePersonAction((args) => perform(args));

export default function Booking() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { name, dayName, state, cancelReason, mayChange, mayRestore, isOver, toDay } = view;
  return (
    <Page
      title={name}
      lead={`${dayName}, ${t("lab.stretch", { from: view.from, until: view.until })}`}
      width="narrow"
      actions={<ButtonLink to={toDay}>{t("lab.book.to_grid")}</ButtonLink>}
    >
      {state === "cancelled" ? (
        <Note>
          {t("lab.booking.cancelled")} {cancelReason ? t("lab.booking.cancelled_reason", { reason: cancelReason }) : ""}
        </Note>
      ) : isOver ? (
        <Note>{t("lab.booking.over")}</Note>
      ) : null}
      <Card label={t("lab.booking")}>
        <BookingFacts view={view} />
      </Card>
      {mayRestore ? <RestoreForm reply={reply} /> : null}
      {mayChange ? (
        <>
          <MoveForm key={`${view.day} ${view.from}`} view={view} reply={reply} />
          <CancelForm view={view} reply={reply} />
        </>
      ) : null}
    </Page>
  );
}

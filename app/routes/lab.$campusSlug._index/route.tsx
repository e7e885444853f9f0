import { useLoaderData } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import { DaySwitch } from "~/ui/lab/DaySwitch";
import type { PageHandle } from "~/ui/page-title";
import { defineLoader } from "~/web/route";
import { Day } from "./Day";
import css from "./Lab.module.css";
import { labView } from "./load.server";
import { SpaceTabs } from "./SpaceTabs";

export const handle: PageHandle = { title: "lab.title" };

export const loader = defineLoader(({ ctx, params }) => labView(ctx, params.campusSlug ?? ""));

function Lead() {
  const t = useT();
  const { freeNow, isOpen, isToday, open, bookingFor } = useLoaderData<typeof loader>();
  const hours = open.map((stretch) => t("lab.stretch", stretch)).join(", ");
  return (
    <>
      {isToday ? (isOpen ? t("lab.free_now", { count: freeNow ?? 0 }) : t("lab.closed_now")) : null}{" "}
      {open.length > 0 && !isOpen ? t("lab.open_from", { hours }) : null}{" "}
      {bookingFor ? (
        <>
          {t("lab.for")} <strong className={css.for}>{bookingFor}</strong>.
        </>
      ) : null}
    </>
  );
}

export default function Lab() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const { campus, isToday, dayName, open, closedFor, space, organises } = view;
  return (
    <Page
      title={isToday ? t("lab.title.today") : t("lab.title.day", { day: dayName })}
      lead={<Lead />}
      actions={
        <p className={css.when}>
          {dayName} · {campus.place}
        </p>
      }
    >
      <div className={css.bar}>
        <SpaceTabs spaces={view.spaces} />
        <DaySwitch {...view.switch} />
      </div>
      {open.length === 0 ? (
        <EmptyState
          title={closedFor ? t("lab.closed_day.reason", { reason: closedFor }) : t("lab.closed_day")}
          text={t("lab.closed_day.next")}
          action={view.switch.next ? <ButtonLink to={view.switch.next}>{t("lab.closed_day.go")}</ButtonLink> : undefined}
        />
      ) : null}
      {space ? <Day view={view} space={space} /> : <EmptyState title={t("lab.space.none")} text={t("lab.space.none_text")} />}
      {organises ? (
        <div>
          <ButtonLink to={`/lab/${campus.slug}/manage`}>{t("lab.manage")}</ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

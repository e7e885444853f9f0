import { useLoaderData } from "@remix-run/react";
import { healthOf } from "~/domain/administration/queries-health";
import { AdminNav } from "~/ui/admin/AdminNav";
import { DayChart } from "~/ui/admin/DayChart";
import css from "~/ui/admin/Filters.module.css";
import { Facts } from "~/ui/admin/Filters";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { defineAdminLoader } from "~/web/admin";
import { machineOf } from "~/web/health";
import { Backups } from "./Backups";

export const handle: PageHandle = { title: "admin.area.health" };

export const loader = defineAdminLoader(async ({ ctx }) => ({
  ...(await healthOf(ctx)),
  machine: await machineOf(ctx),
  today: ctx.now.toISOString(),
}));

const MEGA = 1_000_000;

export default function Health() {
  const t = useT();
  const locale = useLocale();
  const { rows, files, oldest, mails, jobs, charts, backups, machine, today } = useLoaderData<typeof loader>();
  const number = (n: number, digits = 0): string => n.toLocaleString(locale, { maximumFractionDigits: digits });
  const mega = (bytes: number): string => t("admin.health.mb", { mb: number(bytes / MEGA, 1) });
  return (
    <Page title={t("admin.area.health")} lead={t("admin.area.health.text")}>
      <AdminNav />
      {machine.sendsMail ? null : <Note>{t("admin.health.no_mail")}</Note>}
      <ul className={css.areas}>
        {charts.map(({ name, values }) => (
          <Card key={name} as="li">
            <DayChart title={t(`admin.chart.${name}`)} values={values} today={today} />
          </Card>
        ))}
      </ul>
      <section className={css.section}>
        <h2>{t("admin.health.storage")}</h2>
        <Facts
          facts={[
            [t("admin.health.database"), `${machine.dialect === "sqlite" ? "SQLite" : "PostgreSQL"} · ${mega(machine.databaseBytes)}`],
            [t("admin.health.migrations"), number(machine.migrations)],
            [t("admin.health.files"), `${number(files.n)} · ${mega(files.bytes)}`],
            ...rows.map(({ table, n }) => [t(`admin.table.${table}`), number(n)] as const),
          ]}
        />
      </section>
      <Backups backups={backups} />
      <section className={css.section}>
        <h2>{t("admin.health.work")}</h2>
        <Facts
          facts={[
            [
              t("admin.area.outbox"),
              [t("admin.queue.count.waiting", { count: mails.waiting }), t("admin.queue.count.gave_up", { count: mails.gave_up })].join(
                " · ",
              ),
            ],
            [
              t("admin.area.jobs"),
              [t("admin.queue.count.waiting", { count: jobs.waiting }), t("admin.queue.count.gave_up", { count: jobs.gave_up })].join(
                " · ",
              ),
            ],
            [
              t("admin.health.oldest"),
              oldest === null ? (
                "–"
              ) : (
                <span key="oldest">
                  {oldest.kind} · <Time at={oldest.runAt} />
                </span>
              ),
            ],
            [t("admin.health.memory"), mega(machine.memoryBytes)],
            [t("admin.health.uptime"), t("admin.health.hours", { hours: number(machine.uptimeSeconds / 3600, 1) })],
          ]}
        />
      </section>
    </Page>
  );
}

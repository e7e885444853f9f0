import type { BackupRow } from "~/domain/kernel/backups";
import css from "~/ui/admin/Filters.module.css";
import { useLocale, useT } from "~/ui/i18n";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import { Time } from "~/ui/when";

const MEGA = 1_000_000;

/** The newest backups: when, how large, and whether the copy could be opened and was whole. */
export function Backups({ backups }: { backups: readonly Pick<BackupRow, "id" | "at" | "bytes" | "verifiedAt" | "error">[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className={css.section}>
      <h2>{t("admin.health.backups")}</h2>
      {backups.length === 0 ? (
        <p className={css.facts}>{t("admin.health.backups_none")}</p>
      ) : (
        <ScrolledTable
          label={t("admin.health.backups")}
          columns={[t("admin.health.backup_at"), t("admin.health.backup_size"), t("admin.health.backup_trial")]}
        >
          {backups.map(({ id, at, bytes, verifiedAt, error }) => (
            <tr key={id}>
              <td>
                <Time at={at} />
              </td>
              <td>
                {bytes === null ? "–" : t("admin.health.mb", { mb: (bytes / MEGA).toLocaleString(locale, { maximumFractionDigits: 1 }) })}
              </td>
              <td>{error ?? t(verifiedAt === null ? "admin.health.backup_busy" : "admin.health.backup_good")}</td>
            </tr>
          ))}
        </ScrolledTable>
      )}
    </section>
  );
}

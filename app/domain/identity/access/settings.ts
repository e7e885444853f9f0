import { eq, sql } from "drizzle-orm";
import { settings } from "#db/schema/access";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { prepared } from "../../kernel/prepared";
import type { Db, Tx } from "../../kernel/store";

/** What an admin sets for the whole instance, each with its value where nobody set it. */
const DEFAULTS = {
  /** Staff and jurors act as such only in a session with two proofs. */
  "second_step.required": false,
  /** Whether anybody may make an account, or only who was invited. */
  "sign_up.open": true,
  /** Where people write to about the instance, and about their data: addresses, shown to everybody. */
  "contact.general": "",
  "contact.privacy": "",
} as const;

export type SettingKey = keyof typeof DEFAULTS;
type Widened<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : T;
export type SettingValue<K extends SettingKey> = Widened<(typeof DEFAULTS)[K]>;

const settingByKey = (db: Db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder("key")));

/** The value of a setting: a kept one of the right kind, else the default. */
export function settingOf<K extends SettingKey>(key: K, kept: unknown): SettingValue<K> {
  return (typeof kept === typeof DEFAULTS[key] ? kept : DEFAULTS[key]) as SettingValue<K>;
}

/** Reads one setting, in one prepared statement. */
export async function readSetting<K extends SettingKey>(db: Db, key: K): Promise<SettingValue<K>> {
  const [row] = await prepared(db, "identity.setting", settingByKey).execute({ key });
  return settingOf(key, row?.value);
}

/** Writes one setting and its trail. The caller has checked who may. */
export async function writeSetting<K extends SettingKey>(tx: Tx, ctx: Ctx, key: K, value: SettingValue<K>): Promise<void> {
  const row = { value: value as unknown, changedBy: ctx.actor.personId, changedAt: ctx.now };
  await tx
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
  await writeAudit(tx, ctx, {
    action: "setting.changed",
    subjectKind: "setting",
    subjectId: key,
    fields: ["value"],
    detail: JSON.stringify(value),
  });
}

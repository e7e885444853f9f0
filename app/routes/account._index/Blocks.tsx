import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Lines } from "~/ui/kit/Lines";
import { Time } from "~/ui/when";
import css from "./Account.module.css";
import type { AccountView } from "./load.server";

/** Whom the person blocked, each with the way back; nothing when there is nobody. */
export function Blocks({ blocks }: { blocks: AccountView["blocks"] }) {
  const t = useT();
  if (blocks.length === 0) return null;
  return (
    <Card>
      <h2>{t("account.blocks")}</h2>
      <p className={css.hint}>{t("account.blocks.text")}</p>
      <Lines>
        {blocks.map(({ id, name, at }) => {
          const who = name ?? t("account.blocks.unknown");
          return (
            <li key={id}>
              <div>
                <p className={css.name}>{who}</p>
                <p className={css.facts}>
                  {t("account.blocks.since")} <Time at={at} dateOnly />
                </p>
              </div>
              <ReplyForm formId={`unblock-${id}`} intent="unblock">
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="link" label={t("account.blocks.undo_named", { name: who })}>
                  {t("account.blocks.undo")}
                </SubmitButton>
              </ReplyForm>
            </li>
          );
        })}
      </Lines>
    </Card>
  );
}

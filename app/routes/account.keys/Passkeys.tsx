import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Note } from "~/ui/kit/Note";
import { Time } from "~/ui/when";
import { AddPasskey } from "./AddPasskey";
import css from "./Keys.module.css";
import type { KeysView } from "./route";

const NAME_MAX = 60;

function Passkey({ passkey, reply }: { passkey: KeysView["passkeys"][number]; reply: Reply | null }) {
  const t = useT();
  const { id, name, createdAt, lastUsedAt, doubtedAt, backedUp } = passkey;
  const isMine = reply?.values.id?.[0] === id;
  return (
    <li>
      <div className={css.head}>
        <h3>{name}</h3>
        <ReplyForm formId={`remove-${id}`} intent="remove">
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="link" label={t("keys.remove_named", { name })}>
            {t("keys.remove")}
          </SubmitButton>
        </ReplyForm>
      </div>
      <p className={css.hint}>
        {t("keys.since")} <Time at={createdAt} dateOnly />.{" "}
        {lastUsedAt ? (
          <>
            {t("keys.used")} <Time at={lastUsedAt} />.
          </>
        ) : (
          t("keys.unused")
        )}{" "}
        {backedUp ? t("keys.synced") : t("keys.bound")}
      </p>
      {doubtedAt ? (
        <Note>
          {t("keys.doubted")} <Time at={doubtedAt} />. {t("keys.doubted_do")}
        </Note>
      ) : null}
      <Disclosure label={t("keys.rename")} open={isMine}>
        <ReplyForm formId={`rename-${id}`} intent="rename" reply={isMine ? reply : null}>
          <Fields>
            <ErrorSummary />
            <input type="hidden" name="id" value={id} />
            <TextField name="name" label={t("keys.name")} initial={name} maxLength={NAME_MAX} autoComplete="off" />
            <SubmitButton look="quiet" small>
              {t("keys.rename_save")}
            </SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </li>
  );
}

/** The passkeys of the person, each with what can be done to it, and how to add one. */
export function Passkeys({ view, reply }: { view: KeysView; reply: Reply | null }) {
  const t = useT();
  const { passkeys, hasPasskeys } = view;
  return (
    <Card>
      <h2>{t("keys.passkeys")}</h2>
      <p className={css.hint}>{t("keys.what")}</p>
      {passkeys.length === 0 ? (
        <p>{t("keys.empty")}</p>
      ) : (
        <ul className={css.list} aria-label={t("keys.passkeys")}>
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} reply={reply?.intent === "rename" ? reply : null} />
          ))}
        </ul>
      )}
      {hasPasskeys ? (
        <AddPasskey key={passkeys.length} reply={reply} nameMax={NAME_MAX} proofOf={view.proofOf} />
      ) : (
        <Note>{t("keys.not_here")}</Note>
      )}
    </Card>
  );
}

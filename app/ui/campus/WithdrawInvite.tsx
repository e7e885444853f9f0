import { SubmitButton } from "../forms/parts";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";

/** The button that takes an invitation back. */
export function WithdrawInvite({ id, email }: { id: string; email: string }) {
  const t = useT();
  return (
    <ReplyForm formId={`withdraw-${id}`} intent="withdraw" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="link" label={t("campus.invite.withdraw_from", { email })}>
        {t("campus.invite.withdraw")}
      </SubmitButton>
    </ReplyForm>
  );
}

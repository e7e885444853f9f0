import type { RunVote } from "~/domain/awards/vote/queries";
import { CODES_AT_ONCE_MAX } from "~/domain/awards/vote/vote";
import { TextField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Act } from "./Act";

/** Prints cards with codes, and makes those that were printed worthless while nobody saw the vote. */
export function Codes({ vote, slug }: { vote: RunVote; slug: string }) {
  const t = useT();
  const { voteId, codes, state } = vote;
  return (
    <Disclosure label={t("vote.run.print")} open={codes === 0}>
      <p>{t("vote.run.print_text")}</p>
      <ReplyForm formId={`codes-${voteId}`} action={`/awards/${slug}/codes`} reloadDocument>
        <Fields>
          <input type="hidden" name="voteId" value={voteId} />
          <TextField name="count" label={t("vote.run.count", { most: CODES_AT_ONCE_MAX })} initial="60" maxLength={3} />
          <SubmitButton look="quiet">{t("vote.run.print")}</SubmitButton>
        </Fields>
      </ReplyForm>
      {state === "draft" && codes > 0 ? (
        <>
          <p>{t("vote.run.drop_codes_text")}</p>
          <Act intent="drop_codes" voteId={voteId} look="link">
            {t("vote.run.drop_codes")}
          </Act>
        </>
      ) : null}
    </Disclosure>
  );
}

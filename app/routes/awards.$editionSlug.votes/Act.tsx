import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";

/** A button that does one thing with one vote. */
export function Act(props: { intent: string; voteId: string; look: "primary" | "danger" | "link"; children: string }) {
  const { intent, voteId, look, children } = props;
  return (
    <ReplyForm formId={`${intent}-${voteId}`} intent={intent} preventScrollReset>
      <input type="hidden" name="voteId" value={voteId} />
      <SubmitButton look={look}>{children}</SubmitButton>
    </ReplyForm>
  );
}

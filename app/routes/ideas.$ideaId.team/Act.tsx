import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";

/** One thing to do with one person: a form of a single button. */
export function Act({ intent, id, name, label }: { intent: string; id: string; name: string; label: string }) {
  return (
    <ReplyForm formId={`${intent}-${id}`} intent={intent}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="name" value={name} />
      <SubmitButton look="link" label={name ? `${label}: ${name}` : label}>
        {label}
      </SubmitButton>
    </ReplyForm>
  );
}

import { REASON_MAX } from "~/domain/identity/person";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import type { PeopleView } from "./load.server";
import css from "./People.module.css";

type One = PeopleView["people"][number];

/** Closes an account for a while, or opens it again. */
export function Suspension({ person, reply }: { person: One; reply: Reply | null }) {
  const t = useT();
  if (person.suspendedAt) {
    return (
      <ReplyForm formId="reinstate" intent="reinstate" preventScrollReset>
        <input type="hidden" name="id" value={person.id} />
        <SubmitButton look="quiet" small>
          {t("campus.person.reinstate")}
        </SubmitButton>
      </ReplyForm>
    );
  }
  return (
    <FoldedForm label={t("campus.person.suspend")} intent="suspend" reply={reply} look="danger" preventScrollReset>
      <p className={css.facts}>{t("campus.person.suspend_text", { name: person.name })}</p>
      <input type="hidden" name="id" value={person.id} />
      <TextField name="reason" label={t("campus.person.reason")} hint={t("campus.person.reason_hint")} maxLength={REASON_MAX} />
    </FoldedForm>
  );
}

/** Takes a photo off the pages, with a reason its person reads. */
export function HidePhoto({ personId, photo, reply }: { personId: string; photo: string; reply: Reply | null }) {
  const t = useT();
  return (
    <FoldedForm label={t("campus.person.hide_photo")} intent="hide_photo" reply={reply} look="danger" preventScrollReset>
      <input type="hidden" name="id" value={personId} />
      <input type="hidden" name="photo" value={photo} />
      <TextField
        name="reason"
        label={t("campus.person.hide_photo_reason")}
        hint={t("campus.person.hide_photo_hint")}
        maxLength={REASON_MAX}
      />
    </FoldedForm>
  );
}

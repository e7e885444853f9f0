import { useActionData, useLoaderData } from "@remix-run/react";
import { hasPhoto } from "~/domain/identity/person";
import { PHOTO_INPUT as INPUT } from "~/domain/identity/photo/photo";
import { CheckField } from "~/ui/forms/fields";
import { FileField } from "~/ui/forms/FileField";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";
import { defineUploadAction } from "~/web/upload";
import type { PhotoView } from "./load.server";
import { photoView } from "./load.server";
import { perform } from "./perform.server";
import css from "./Photo.module.css";

export const handle: PageHandle = { title: "photo.title" };

export const loader = definePersonLoader(({ ctx }) => photoView(ctx));

export const action = defineUploadAction({
  of: "photo",
  accepts: ({ ctx }) => Promise.resolve(hasPhoto(ctx.actor.ageBand) ? [INPUT] : []),
  write: perform,
});

type Props = { view: PhotoView; reply: Reply | null };

/** Who sees it now, and what may be changed about that. */
function Standing({ view, reply }: Props) {
  const t = useT();
  const { photo, consent, name } = view;
  const shown = consent?.said === "yes";
  const standing = photo?.hiddenAt ? "photo.is_taken_off" : shown ? "photo.is_shown" : "photo.is_private";
  if (!photo) return <p>{t("photo.none")}</p>;
  return (
    <Card label={t("photo.now")}>
      <div className={css.now}>
        <Face name={name} photo={photo.id} size="big" />
        <div className={css.facts}>
          <p>
            <strong>{t(standing)}</strong>
          </p>
          {photo.hiddenAt ? <p>{t("photo.taken_off_why", { reason: photo.hiddenReason ?? "" })}</p> : null}
          {shown ? null : <p>{t("photo.private_why")}</p>}
          <div className={css.acts}>
            {shown ? <Act intent="hide" label={t("photo.hide")} /> : null}
            <Act intent="remove" label={t("photo.remove")} />
          </div>
        </div>
      </div>
      {consent && !shown ? (
        <ReplyForm formId="show" reply={reply} intent="show">
          <Fields>
            <ErrorSummary />
            <input type="hidden" name="version" value={consent.version} />
            <p>{consent.text}</p>
            <SubmitButton look="quiet">{t("photo.show")}</SubmitButton>
          </Fields>
        </ReplyForm>
      ) : null}
    </Card>
  );
}

function Act({ intent, label }: { intent: "hide" | "remove"; label: string }) {
  return (
    <ReplyForm formId={intent} intent={intent}>
      <SubmitButton look="quiet" small>
        {label}
      </SubmitButton>
    </ReplyForm>
  );
}

/** A photo to send, with the question whether others may see it while nothing is said yet. */
function Choose({ view, reply }: Props) {
  const t = useT();
  const { photo, consent, uploadMost } = view;
  return (
    <Card>
      <h2>{t(photo ? "photo.other" : "photo.first")}</h2>
      <ReplyForm key={photo?.id} formId="photo" reply={reply} intent="save" encType="multipart/form-data" noValidate>
        <Fields>
          <ErrorSummary />
          <FileField name={INPUT} label={t("photo.file")} hint={t("photo.file_hint")} of="photo" most={uploadMost} />
          {consent && consent.said !== "yes" && !photo ? (
            <>
              <input type="hidden" name="version" value={consent.version} />
              <CheckField name="consent" label={consent.text} />
              <p className={css.hint}>{t("photo.consent_hint")}</p>
            </>
          ) : null}
          <SubmitButton>{t("photo.save")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

/** The photo beside one's name: choose it, say who sees it, take it away. */
export default function Photo() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("photo.title")} lead={t("photo.lead")} width="middle" actions={<Link to="/account">{t("account.title")}</Link>}>
      {view.mayHave ? null : <Note>{t("photo.too_young")}</Note>}
      {view.mayHave || view.photo ? <Standing view={view} reply={reply} /> : null}
      {view.mayHave ? <Choose view={view} reply={reply} /> : null}
    </Page>
  );
}

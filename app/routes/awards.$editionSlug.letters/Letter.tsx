import { LETTER_MAX } from "~/domain/awards/letters/letter";
import { LetterText } from "~/ui/awards/LetterText";
import { TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Note } from "~/ui/kit/Note";
import { Block } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { OutboxData } from "./route";

type One = OutboxData["letters"][number];

const TONES = { draft: "sun", checked: "offer", held: "need", sent: "offer" } as const;

/** One entry with its letter: what it says, and what is to be done with it. */
export function Letter({ one, reply }: { one: One; reply: Reply | null }) {
  const t = useT();
  const { entryId, number, title, lang, place, letter } = one;
  const state = letter === null ? null : letter.sentAt === null || letter.state === "held" ? letter.state : "sent";
  return (
    <Block id={`letter-${entryId}`}>
      <h2 lang={lang}>
        {t("awards.entry.number", { number })} · {title}
      </h2>
      <Chips>
        <Chip tone={state === null ? undefined : TONES[state]}>
          {state === null ? t("letters.no_letter") : t(`letters.state.${state}`)}
        </Chip>
        {letter?.edited ? <Chip>{t("letters.edited")}</Chip> : null}
        {place === null ? null : <Chip tone="sun">{t(`awards.place.${place}`)}</Chip>}
      </Chips>
      {letter === null ? null : (
        <Disclosure label={t("letters.open")} open={reply !== null}>
          {letter.sentAt === null ? (
            <EditLetter key={letter.revision} entryId={entryId} letter={letter} reply={reply} />
          ) : (
            <>
              <LetterText body={letter.body} lang={letter.lang} />
              <p>
                {t("letters.sent_at")} <Time at={letter.sentAt} />
              </p>
            </>
          )}
        </Disclosure>
      )}
    </Block>
  );
}

function EditLetter({ entryId, letter, reply }: { entryId: string; letter: NonNullable<One["letter"]>; reply: Reply | null }) {
  const t = useT();
  const stale = reply?.form.some(({ key }) => key === "error.stale") ?? false;
  // What was refused for another reason still rests on what was read then.
  const revision = stale ? letter.revision : (reply?.values.revision?.[0] ?? letter.revision);
  return (
    <>
      {stale ? (
        <Note>
          {t("letters.stale")}
          <LetterText body={letter.body} lang={letter.lang} />
        </Note>
      ) : null}
      <ReplyForm formId={`letter-${entryId}`} reply={reply} preventScrollReset>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="entryId" value={entryId} />
          <input type="hidden" name="revision" value={revision} />
          <TextArea name="body" label={t("letters.body")} initial={letter.body} rows={14} maxLength={LETTER_MAX} />
          <Actions>
            <SubmitButton name="intent" value="check">
              {t("letters.check")}
            </SubmitButton>
            <SubmitButton name="intent" value="save" look="quiet">
              {t("letters.save")}
            </SubmitButton>
            <SubmitButton name="intent" value="hold" look="quiet">
              {t("letters.hold")}
            </SubmitButton>
          </Actions>
        </Fields>
      </ReplyForm>
    </>
  );
}

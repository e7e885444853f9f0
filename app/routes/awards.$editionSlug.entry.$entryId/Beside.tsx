import { answered } from "~/domain/awards/form-field";
import { Dossier } from "~/ui/awards/Dossier";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import { ConflictCard } from "./ConflictCard";
import type { EntryData } from "./route";

/** What stands beside the dossier: how the jury sees it, who is in it, what was submitted. */
export function Beside({ entry, reply }: { entry: EntryData; reply: Reply | null }) {
  const t = useT();
  const { may, versions, people, state } = entry;
  const mine = people.find(({ personId }) => personId === entry.me);
  return (
    <>
      <Card>
        <Disclosure label={t("awards.entry.preview")} open={!may.edit}>
          <p>
            {t("awards.entry.preview_text")} {may.edit ? t("awards.entry.preview_save") : ""}
          </p>
          <h2 lang={entry.content.lang}>{entry.content.title || entry.idea.title}</h2>
          <Dossier
            content={entry.content}
            answers={answered(entry.content, entry.fields, new Map(Object.entries(entry.files)))}
            slug={entry.edition.slug}
          />
        </Disclosure>
      </Card>
      <Card>
        <h2>{t("awards.entry.team")}</h2>
        <p>{may.edit && state === "submitted" ? t("awards.entry.team_frozen") : t("awards.entry.team_text")}</p>
        <ul>
          {people.map((person) => (
            <li key={person.personId}>
              <strong>{person.name}</strong>: {person.consented ? t("edition.consent.yes") : t("edition.consent.not_yet")}
            </li>
          ))}
        </ul>
        {mine && state !== "withdrawn" && entry.edition.phase !== "published" && entry.edition.phase !== "archived" ? (
          <ReplyForm formId="consent" intent={mine.consented ? "take_back" : "consent"} reply={reply} preventScrollReset>
            <p>{t("edition.consent.text")}</p>
            <SubmitButton look={mine.consented ? "link" : "primary"}>
              {mine.consented ? t("edition.consent.take_back") : t("edition.consent.give")}
            </SubmitButton>
          </ReplyForm>
        ) : null}
      </Card>
      {versions.length > 0 ? (
        <Rows title={t("awards.entry.versions")}>
          {versions.map((version) => (
            <Row
              key={version.no}
              title={
                <Link to={`/awards/${entry.edition.slug}/entry/${entry.entryId}/version/${version.no}`}>
                  {t("awards.entry.version", { no: version.no })}
                </Link>
              }
              facts={
                <>
                  <Time at={version.at} /> · {t("awards.entry.receipt")} <code>{version.sha256.slice(0, 16)}</code>
                </>
              }
            />
          ))}
        </Rows>
      ) : null}
      <ConflictCard entry={entry} reply={reply} />
      {may.withdraw ? (
        <Card>
          <h2>{t("awards.entry.withdraw")}</h2>
          <p>{t("awards.entry.withdraw_text")}</p>
          <ReplyForm formId="withdraw" intent="withdraw" reply={reply}>
            <ErrorSummary />
            <SubmitButton look="danger">{t("awards.entry.withdraw")}</SubmitButton>
          </ReplyForm>
        </Card>
      ) : null}
    </>
  );
}

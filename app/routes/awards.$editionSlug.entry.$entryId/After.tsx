import { LetterText } from "~/ui/awards/LetterText";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Onward } from "./Onward";
import type { EntryData } from "./route";

/** What there is once the results are public: the prize, the letter of the jury, the certificate, and how to go on. */
export function After({ entry, reply }: { entry: EntryData; reply: Reply | null }) {
  const t = useT();
  const { after, letter, edition } = entry;
  if (after === null) return null;
  return (
    <>
      {after.place === null ? null : (
        <Note>
          {t("letters.team.prize", { prize: t(`awards.place.${after.place}`) })}{" "}
          <Link to={`/awards/${edition.slug}/winners`}>{t("awards.see_winners")}</Link>
        </Note>
      )}
      {letter ? (
        <Card>
          <h2 id="letter">{t("letters.team.title")}</h2>
          <LetterText body={letter.body} lang={letter.lang} />
          <p>
            <Link to={`/report/letter/${entry.entryId}`}>{t("rooms.report")}</Link>
          </p>
        </Card>
      ) : null}
      {after.onward ? <Onward onward={after.onward} /> : null}
      {after.certificate ? <Certificate certificate={after.certificate} reply={reply} /> : null}
    </>
  );
}

type Own = NonNullable<NonNullable<EntryData["after"]>["certificate"]>;

/** The certificate of who looks: the paper, the page that proves it, and whether that page says their name. */
function Certificate({ certificate: { code, minor, showsName }, reply }: { certificate: Own; reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("certificate.mine")}</h2>
      <p>
        {t("certificate.mine_text")}{" "}
        {minor ? t("certificate.name_minor") : showsName ? t("certificate.name_on") : t("certificate.name_off")}
      </p>
      <p>
        <a href={`/certificate/${code}.pdf`}>{t("certificate.pdf")}</a> · <Link to={`/certificate/${code}`}>{t("certificate.page")}</Link>
      </p>
      {minor ? null : (
        <ReplyForm formId="certificate" intent={showsName ? "hide_name" : "show_name"} reply={reply} preventScrollReset>
          <input type="hidden" name="code" value={code} />
          <SubmitButton look="link">{showsName ? t("certificate.hide_name") : t("certificate.show_name")}</SubmitButton>
        </ReplyForm>
      )}
    </Card>
  );
}

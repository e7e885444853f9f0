import { useLabel } from "~/ui/awards/labels";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { RubricsData } from "./route";

/** The rubrics the edition has at hand. */
export function Versions({ page }: { page: RubricsData }) {
  const t = useT();
  const label = useLabel();
  const { edition, versions, editable } = page;
  return (
    <Rows title={t("rubrics.at_hand")}>
      {versions.map(({ id, no, name, criteria, spare }) => (
        <Row
          key={id}
          title={<Link to={`/awards/${edition.slug}/rubrics/${id}`}>{label(name)}</Link>}
          facts={[t("rubrics.criteria", { count: criteria }), t("rubrics.version", { no }), spare ? t("rubrics.spare") : ""]
            .filter(Boolean)
            .join(" · ")}
        >
          {spare && editable ? (
            <ReplyForm formId={`drop-${id}`} intent="drop" preventScrollReset>
              <input type="hidden" name="id" value={id} />
              <SubmitButton look="link" label={`${t("edition.form.remove")}: ${label(name)}`}>
                {t("edition.form.remove")}
              </SubmitButton>
            </ReplyForm>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}

import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { CompareView } from "./route";

/** What was said before, to change or take back while judging goes on. */
export function Answered({ page }: { page: CompareView }) {
  const t = useT();
  const said = page.pairs.flatMap((pair, at) => (pair.better === null ? [] : [{ ...pair, at, better: pair.better }]));
  if (said.length === 0) return null;
  return (
    <Rows title={t("compare.said")}>
      {said.map(({ one, other, better, at }) => {
        const numbers = { one: one.number, other: other.number };
        return (
          <Row key={at} title={t(`compare.said.${better}`, numbers)}>
            {page.open ? (
              <>
                <Link to={`?pair=${at + 1}`} aria-label={t("compare.change_named", numbers)}>
                  {t("compare.change")}
                </Link>
                <ReplyForm formId={`undo-${at}`} intent="undo" preventScrollReset>
                  <input type="hidden" name="oneId" value={one.entryId} />
                  <input type="hidden" name="otherId" value={other.entryId} />
                  <SubmitButton look="link" label={t("compare.undo_named", numbers)}>
                    {t("compare.undo")}
                  </SubmitButton>
                </ReplyForm>
              </>
            ) : null}
          </Row>
        );
      })}
    </Rows>
  );
}

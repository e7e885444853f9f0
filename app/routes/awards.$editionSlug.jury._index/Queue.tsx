import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { QueueData } from "./route";

const TONES = { todo: "plain", draft: "sun", submitted: "offer", recused: "plain" } as const;

/** The entries of one juror, each with how far its sheet is and why it came to this juror. */
export function Queue({ items, slug }: { items: QueueData["items"]; slug: string }) {
  const t = useT();
  const label = useLabel();
  return (
    <Rows title={t("awards.jury.entries")}>
      {items.map((item) => {
        const name = t("awards.entry.number", { number: item.number });
        return (
          <Row
            key={item.assignmentId}
            title={
              item.state === "recused" ? (
                name
              ) : (
                <>
                  <Link to={`/awards/${slug}/jury/${item.assignmentId}`}>{name}</Link> · <span lang={item.lang}>{item.title}</span>
                </>
              )
            }
            facts={`${label(item.category)} · ${t(`awards.assigned.${item.reason}`)}`}
          >
            <Chips>
              <Chip tone={TONES[item.state]}>
                {item.state === "draft"
                  ? t("awards.jury.scored", { scored: item.scored, criteria: item.criteria })
                  : t(`awards.sheet.state.${item.state}`)}
              </Chip>
            </Chips>
          </Row>
        );
      })}
    </Rows>
  );
}

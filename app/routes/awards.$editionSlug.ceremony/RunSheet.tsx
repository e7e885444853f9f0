import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { List } from "~/ui/kit/Rows";
import { Add } from "./Add";
import css from "./Ceremony.module.css";
import { Line } from "./Line";
import type { SheetData } from "./route";

type Show = NonNullable<SheetData["show"]>;

/** The evening from top to bottom, with what can be changed of each item that the hall has not seen. */
export function RunSheet({ data, show, reply }: { data: SheetData; show: Show; reply: Reply | null }) {
  const t = useT();
  const { items } = data;
  const open = show.state !== "over";
  const total = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const startsAt = items.map((_, at) => items.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0));
  return (
    <section className={css.sheet}>
      <h2>{t("ceremony.sheet", { count: items.length, minutes: total })}</h2>
      <List as="ol">
        {items.map((item, at) => (
          <Line
            key={item.id}
            item={item}
            from={startsAt[at] ?? 0}
            open={open}
            first={at === 0}
            last={at === items.length - 1}
            reply={reply}
          />
        ))}
      </List>
      {open ? (
        <>
          <Card>
            <h3>{t("ceremony.order")}</h3>
            <p>{t("ceremony.order_text")}</p>
            {show.seed ? <p className={css.muted}>{t("ceremony.live.drawn", { seed: show.seed, count: show.draws })}</p> : null}
            <ReplyForm formId="draw" intent="draw" preventScrollReset>
              <SubmitButton look="quiet">{t("ceremony.draw")}</SubmitButton>
            </ReplyForm>
          </Card>
          <Add data={data} reply={reply} />
        </>
      ) : null}
    </section>
  );
}

import { Brings } from "~/ui/awards/Brings";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Queue.module.css";
import type { QueueData } from "./route";

/** What the juror brings, and what they had rather not score. Folded: it is filled in once. */
export function MyPart({ queue, reply }: { queue: QueueData; reply: Reply | null }) {
  const t = useT();
  const { part, domains, phase, declarable } = queue;
  if (phase === "published" || phase === "archived") return null;
  const open = reply !== null && ["member", "absence"].includes(reply.intent);
  return (
    <>
      <Card>
        <Disclosure label={t("jury.mine")} open={open}>
          <Brings lead={t("jury.mine_text")} member={part} domains={domains} reply={reply} />
        </Disclosure>
      </Card>
      {declarable.length > 0 ? (
        <Card>
          <Disclosure label={t("jury.wish")}>
            <p>{t("jury.wish_text")}</p>
            <ul className={css.wishes}>
              {declarable.map(({ entryId, number, title }) => (
                <li key={entryId}>
                  <span>
                    {t("awards.entry.number", { number })} · {title}
                  </span>
                  <Wish entryId={entryId} number={number} chosen={part.ratherNot.includes(entryId)} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </Card>
      ) : null}
    </>
  );
}

function Wish({ entryId, number, chosen }: { entryId: string; number: number; chosen: boolean }) {
  const t = useT();
  return (
    <ReplyForm formId={`wish-${entryId}`} intent="wish" preventScrollReset>
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="ratherNot" value={chosen ? "no" : "yes"} />
      <SubmitButton look="link" label={chosen ? t("jury.wish_undo_named", { number }) : t("jury.wish_add_named", { number })}>
        {chosen ? t("jury.wish_undo") : t("jury.wish_add")}
      </SubmitButton>
    </ReplyForm>
  );
}

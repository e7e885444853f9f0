import { useLabel } from "~/ui/awards/labels";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Block, List } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import css from "./Growth.module.css";
import type { GrowthData } from "./route";

type One = GrowthData["assessments"][number];

/** Every time somebody looked, newest first, with what they wrote. */
export function Earlier({ page }: { page: GrowthData }) {
  const t = useT();
  const { assessments, zone } = page;
  if (assessments.length === 0) return null;
  return (
    <section className={css.section}>
      <h2>{t("growth.earlier")}</h2>
      <List>
        {assessments.map((one) => (
          <Block key={one.id} id={`assessment-${one.id}`}>
            <Look one={one} zone={zone} />
            {one.state === "removed" ? <Note>{t("growth.removed")}</Note> : null}
            {one.state === "hidden" ? <Note>{t("growth.hidden")}</Note> : null}
            <Acts one={one} side={page.side} />
          </Block>
        ))}
      </List>
    </section>
  );
}

function Look({ one, zone }: { one: One; zone: string }) {
  const t = useT();
  const label = useLabel();
  return (
    <>
      <p>
        <strong>{one.by === "" ? t(`growth.side.${one.side}`) : `${one.by} (${t(`growth.side.${one.side}`)})`}</strong> ·{" "}
        <Time at={one.at} zone={zone} /> · {label(one.rubric)} · {t("growth.version", { no: one.ideaVersionNo })}
      </p>
      {one.note ? <p lang={one.lang}>{one.note}</p> : null}
      <Disclosure label={t("rubrics.criteria", { count: one.scores.length })}>
        <ul>
          {one.scores.map(({ code, name, level, comment }) => (
            <li key={code}>
              <strong>{label(name)}</strong>: {label(level)}
              {comment ? <span lang={one.lang}> · {comment}</span> : null}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

function Acts({ one, side }: { one: One; side: GrowthData["side"] }) {
  const t = useT();
  const intent = one.mine ? (one.state === "removed" ? "put_back" : "take_back") : one.state === "hidden" ? "unhide" : null;
  if (intent === null) {
    const words = one.note !== "" || one.scores.some(({ comment }) => comment !== "");
    return words && side !== "reported" ? (
      <p>
        <Link to={`/report/assessment/${one.id}`}>{t("ideas.page.report")}</Link>
      </p>
    ) : null;
  }
  return (
    <ReplyForm formId={`${intent}-${one.id}`} intent={intent} preventScrollReset>
      <input type="hidden" name="id" value={one.id} />
      <SubmitButton look="link">{t(`growth.${intent}`)}</SubmitButton>
    </ReplyForm>
  );
}

import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { Actions, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { NEED_STATES } from "~/domain/ideas/need-state";
import type { IdeaData } from "./route";

type Need = IdeaData["idea"]["needs"][number];

/** What the idea looks for and offers, and which of its needs were met by whom. */
export function Words({ data }: { data: IdeaData }) {
  const t = useT();
  const { idea, met } = data;
  const wanted = idea.needs.filter(({ state }) => state !== "met");
  const chip = ({ words, state }: Need) => t("ideas.chip.need", { words: state === "in_talk" ? t("need.in_talk_chip", { words }) : words });
  return (
    <>
      {wanted.length > 0 ? (
        <Chips label={t("ideas.needs_title")}>
          {wanted.map((need) => (
            <Chip key={need.id} tone="need" lang={need.lang === idea.lang ? undefined : need.lang}>
              {chip(need)}
              {need.origin === "text" ? ` (${t("ideas.page.from_text")})` : ""}
            </Chip>
          ))}
        </Chips>
      ) : null}
      {idea.offers.length > 0 ? (
        <Chips label={t("ideas.offers_title")}>
          {idea.offers.map((offer) => (
            <Chip key={offer.id} tone="offer" lang={offer.lang === idea.lang ? undefined : offer.lang}>
              {t("ideas.chip.offer", { words: offer.words })}
            </Chip>
          ))}
        </Chips>
      ) : null}
      {met.length > 0 ? (
        <p>
          {t("need.met_list")}:{" "}
          {met.map((one, at) => (
            <span key={one.id}>
              {at > 0 ? "; " : ""}
              <strong lang={one.lang}>{one.words}</strong>
              {one.by === null ? null : (
                <>
                  {" "}
                  {one.by.path === null ? (
                    t("need.by_line", { name: one.by.name })
                  ) : (
                    <Link to={one.by.path}>{t("need.by_line", { name: one.by.name })}</Link>
                  )}
                </>
              )}
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

/** How each need stands, for the team to change in one tap. */
export function Needs({ data, reply }: { data: IdeaData; reply: Reply | null }) {
  const t = useT();
  const { idea } = data;
  if (!idea.rights.edit || idea.needs.length === 0) return null;
  return (
    <div id="needs">
      <Rows title={t("need.title")}>
        {idea.needs.map((need) => (
          <Row key={need.id} title={need.words} lang={need.lang} facts={t(`need.state.${need.state}`)}>
            <ReplyForm formId={`need-${need.id}`}>
              <input type="hidden" name="id" value={need.id} />
              <Actions>
                {NEED_STATES.filter((state) => state !== need.state).map((state) => (
                  <SubmitButton
                    key={state}
                    look="link"
                    name="intent"
                    value={`need_${state}`}
                    label={`${t(`need.to.${state}`)}: ${need.words}`}
                  >
                    {t(`need.to.${state}`)}
                  </SubmitButton>
                ))}
              </Actions>
            </ReplyForm>
            {need.state === "met" ? <MetBy data={data} need={need} reply={reply} /> : null}
          </Row>
        ))}
      </Rows>
    </div>
  );
}

function MetBy({ data, need, reply }: { data: IdeaData; need: Need; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.intent === "need_met" && reply.values.id?.[0] === need.id ? reply : null;
  const options = [
    { value: "", label: t("need.by_none") },
    ...data.meeters.map(({ value, name, kind }) => ({ value, label: `${name} (${t(`need.by_kind.${kind}`)})` })),
  ];
  return (
    <FoldedForm label={t("need.by_ask")} intent="need_met" reply={mine} formId={`by-${need.id}`} send={t("form.save")}>
      <input type="hidden" name="id" value={need.id} />
      <SelectField name="by" label={t("need.by")} options={options} optional />
      <TextField name="words" label={t("need.by_words")} maxLength={120} optional />
    </FoldedForm>
  );
}

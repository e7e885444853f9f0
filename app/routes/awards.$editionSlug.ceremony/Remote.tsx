import { CLOCKED } from "~/domain/awards/ceremony/ceremony";
import { usePhaseName } from "~/ui/awards/labels";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Note } from "~/ui/kit/Note";
import css from "./Ceremony.module.css";
import type { SheetData } from "./route";

type Show = NonNullable<SheetData["show"]>;

/** What the organiser holds in the hand: how the jury stands, the screen, and the buttons that move it. */
export function Remote({ data, show }: { data: SheetData; show: Show }) {
  const t = useT();
  const { slug } = data.edition;
  const { state, publishes, mayRewind } = show;
  return (
    <Card>
      <h2>{t(`ceremony.state.${state}`)}</h2>
      <JuryLock data={data} />
      <div className={css.acts}>
        <ButtonLink to={`/awards/${slug}/beamer`} look={state === "over" ? "quiet" : "primary"} reload>
          {t("ceremony.to_beamer")}
        </ButtonLink>
        <ButtonLink to={`/awards/${slug}/live`}>{t("ceremony.live.go")}</ButtonLink>
      </div>
      {state === "before" ? <p>{t("ceremony.keys")}</p> : null}
      {state === "running" ? (
        <Buttons show={show} clocked={data.items.some(({ current, kind }) => current && CLOCKED.includes(kind))} />
      ) : null}
      {state === "before" && data.jury.locked ? <Press intent="start" show={show} look="quiet" /> : null}
      {mayRewind ? (
        <Disclosure label={t("ceremony.rewind")}>
          <p>{t("ceremony.rewind_text")}</p>
          <ReplyForm formId="rewind" intent="rewind" preventScrollReset>
            <SubmitButton look="quiet">{t("ceremony.rewind")}</SubmitButton>
          </ReplyForm>
        </Disclosure>
      ) : null}
      {state === "over" || data.edition.publishedAt ? null : (
        <ReplyForm formId="publishes" intent="publishes" preventScrollReset>
          <input type="hidden" name="on" value={publishes ? "" : "on"} />
          <p>{t(publishes ? "ceremony.publishes_on" : "ceremony.publishes_off")}</p>
          <SubmitButton look="link">{t(publishes ? "ceremony.publishes_stop" : "ceremony.publishes_start")}</SubmitButton>
        </ReplyForm>
      )}
    </Card>
  );
}

function JuryLock({ data }: { data: SheetData }) {
  const t = useT();
  const phaseName = usePhaseName();
  const { locked, phase, key } = data.jury;
  if (locked) return <p className={css.muted}>{t("ceremony.jury_locked")}</p>;
  if (phase !== "judging") return <Note>{t("ceremony.jury_not_yet", { phase: phaseName({ kind: phase }) })}</Note>;
  return (
    <>
      <Note>{t("ceremony.jury_open")}</Note>
      <Disclosure label={t("ceremony.lock")}>
        <p>{t("ceremony.lock_text")}</p>
        <ReplyForm formId="lock" intent="lock" preventScrollReset>
          <input type="hidden" name="from" value={key} />
          <SubmitButton look="danger">{t("ceremony.lock")}</SubmitButton>
        </ReplyForm>
      </Disclosure>
    </>
  );
}

function Buttons({ show, clocked }: { show: Show; clocked: boolean }) {
  return (
    <div className={css.remote}>
      <Press intent="back" show={show} />
      {show.hasNext ? <Press intent="next" show={show} look="primary" /> : <Press intent="end" show={show} look="primary" />}
      <Press intent={show.black ? "light" : "black"} show={show} />
      {clocked ? <Press intent="restart" show={show} /> : null}
      {clocked ? <Press intent="more" show={show} /> : null}
      {show.hasNext ? <Press intent="end" show={show} look="link" /> : null}
    </div>
  );
}

function Press({
  intent,
  show,
  look = "quiet",
}: {
  intent: "start" | "next" | "back" | "black" | "light" | "restart" | "more" | "end";
  show: Show;
  look?: "primary" | "quiet" | "link";
}) {
  const t = useT();
  return (
    <ReplyForm formId={intent} intent={intent} preventScrollReset>
      <input type="hidden" name="itemId" value={show.position.itemId ?? ""} />
      <input type="hidden" name="step" value={show.position.step} />
      <SubmitButton look={look}>{t(`ceremony.press.${intent}`)}</SubmitButton>
    </ReplyForm>
  );
}

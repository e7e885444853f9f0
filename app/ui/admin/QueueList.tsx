import type { Queue, QueueState } from "~/domain/administration/queue";
import { QUEUE_STATES } from "~/domain/administration/queue";
import { SubmitButton } from "../forms/parts";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import { Figure, Figures } from "../kit/Figures";
import { EmptyState, Page } from "../kit/Page";
import { List, Row } from "../kit/Rows";
import { Time } from "../when";
import { AdminNav } from "./AdminNav";
import { Filter, Filters, Pages } from "./Filters";

interface Item {
  readonly id: string;
  readonly what: string;
  readonly to: string | null;
  readonly state: QueueState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastError: string | null;
}

interface QueuePage {
  readonly queue: Queue;
  readonly state: string;
  readonly counts: Readonly<Record<Exclude<QueueState, "done">, number>>;
  readonly rows: readonly Item[];
  readonly first: string | null;
  readonly next: string | null;
}

function Steer({ item, intent }: { item: Item; intent: "retry" | "stop" }) {
  const t = useT();
  return (
    <ReplyForm formId={`${intent}-${item.id}`} intent={intent} preventScrollReset>
      <input type="hidden" name="id" value={item.id} />
      <SubmitButton look="quiet" small label={t(`admin.queue.${intent}_named`, { what: item.what })}>
        {t(`admin.queue.${intent}`)}
      </SubmitButton>
    </ReplyForm>
  );
}

function Item({ item }: { item: Item }) {
  const t = useT();
  const { what, to, state, attempts, dueAt, lastError } = item;
  const isOpen = state === "waiting" || state === "failed";
  return (
    <Row
      title={[what, to].filter(Boolean).join(" → ")}
      facts={
        <>
          {t(`admin.queue.state.${state}`)} · {t("admin.queue.attempts", { count: attempts })} · <Time at={dueAt} />
          {lastError === null ? null : <span lang="en"> · {lastError}</span>}
        </>
      }
    >
      {isOpen || state === "gave_up" ? <Steer item={item} intent="retry" /> : null}
      {isOpen ? <Steer item={item} intent="stop" /> : null}
    </Row>
  );
}

/** A queue of mails or jobs: how much is in which state, and each row with what can be done. */
export function QueueList({ page }: { page: QueuePage }) {
  const t = useT();
  const { queue, state, counts, rows, first, next } = page;
  const open = QUEUE_STATES.filter((one) => one !== "done");
  return (
    <Page title={t(`admin.area.${queue}`)} lead={t(`admin.area.${queue}.text`)}>
      <AdminNav />
      <Figures label={t("admin.queue.counts")}>
        {open.map((one) => (
          <Figure key={one} alarm={one === "gave_up" && counts[one] > 0}>
            {t(`admin.queue.count.${one}`, { count: counts[one] })}
          </Figure>
        ))}
      </Figures>
      <Filters label={t("admin.queue.search")} key={state}>
        <Filter
          name="state"
          label={t("admin.people.state")}
          value={state}
          choices={QUEUE_STATES.map((value) => ({ value, label: t(`admin.queue.state.${value}`) }))}
        />
      </Filters>
      {rows.length === 0 ? <EmptyState title={t("admin.queue.none")} text={t("admin.queue.none_text")} /> : null}
      <List label={t(`admin.area.${queue}`)}>
        {rows.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </List>
      <Pages first={first} next={next} />
    </Page>
  );
}

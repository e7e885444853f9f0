import { useEffect, useRef } from "react";
import type { RowOutcome } from "~/domain/identity/invite-list/judge-list";
import type { Locale, Role } from "~/domain/kernel/actor";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Table } from "~/ui/kit/Table";
import css from "./Classes.module.css";

/** What a button sends: how many people, and who they are as JSON. */
interface Sent {
  readonly listId: string;
  readonly name: string;
  readonly count: number;
  readonly people: string;
}

/** A table that was looked at, with what sending would do. */
export interface SeenTable extends Sent {
  readonly role: Role;
  readonly locale: Locale;
  readonly table: string;
  readonly rows: readonly {
    readonly line: number;
    readonly email: string;
    readonly name: string;
    readonly role: Role;
    readonly locale: Locale;
    readonly outcome: RowOutcome;
  }[];
}

/** In the order in which they ask for attention. */
const OUTCOMES = ["unreadable", "no_address", "bad_address", "bad_role", "twice", "invited", "member", "new"] as const;
const WRONG: readonly RowOutcome[] = ["unreadable", "no_address", "bad_address", "bad_role"];

const COLUMNS = ["email", "outcome", "role", "language"] as const;

function SeenRow({ row }: { row: SeenTable["rows"][number] }) {
  const t = useT();
  const { line, email, name, role, locale, outcome } = row;
  const label = (column: (typeof COLUMNS)[number]): string => t(`classes.head.${column}`);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {email || "–"}
        <p className={css.facts}>{[t("classes.line", { line: String(line) }), name].filter(Boolean).join(" · ")}</p>
      </th>
      <td role="cell" data-label={label("outcome")} className={WRONG.includes(outcome) ? css.wrong : undefined}>
        {t(`classes.outcome.${outcome}`)}
      </td>
      <td role="cell" data-label={label("role")}>
        {outcome === "bad_role" ? "–" : t(`identity.role.${role}`)}
      </td>
      <td role="cell" data-label={label("language")}>
        {t(`locale.${locale}`)}
      </td>
    </tr>
  );
}

function Send({ sent, reply }: { sent: Sent; reply: Reply | null }) {
  const t = useT();
  return (
    <ReplyForm formId="send" reply={reply} intent="send" encType="multipart/form-data">
      <Fields>
        <ErrorSummary />
        {(["listId", "name", "count", "people"] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={sent[name]} />
        ))}
        <SubmitButton>{t("classes.send", { count: sent.count })}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}

/** A class that could not be sent just now, with the button to try it again. */
export function NotSent({ reply }: { reply: Reply }) {
  const t = useT();
  const of = (name: keyof Sent): string => reply.values[name]?.[0] ?? "";
  const name = of("name");
  return (
    <Card>
      <h2>{t("classes.seen", { name })}</h2>
      <Send sent={{ listId: of("listId"), name, count: Number(of("count")) || 0, people: of("people") }} reply={reply} />
    </Card>
  );
}

/** What will happen with each row, and the button that makes it happen. */
export function Seen({ seen }: { seen: SeenTable }) {
  const t = useT();
  const { listId, name, rows, count } = seen;
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands above the button that asked for it.
  useEffect(() => heading.current?.focus(), [listId]);
  const of = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome);
  const counted = OUTCOMES.map((outcome) => ({ outcome, rows: of(outcome) })).filter((one) => one.rows.length > 0);
  return (
    <>
      <Card>
        <h2 id="seen" ref={heading} tabIndex={-1}>
          {t("classes.seen", { name })}
        </h2>
        <Figures label={t("classes.seen_label")}>
          {[...counted].reverse().map((one) => (
            <Figure key={one.outcome} alarm={WRONG.includes(one.outcome)}>
              {one.rows.length} × {t(`classes.outcome.${one.outcome}`)}
            </Figure>
          ))}
        </Figures>
        {count > 0 ? <Send sent={seen} reply={null} /> : <p role="status">{t("classes.nobody_new")}</p>}
      </Card>
      <Table caption={t("classes.seen_label")} columns={COLUMNS.map((column) => t(`classes.head.${column}`))}>
        {counted.flatMap((one) => one.rows.map((row) => <SeenRow key={`${row.line} ${row.email}`} row={row} />))}
      </Table>
    </>
  );
}

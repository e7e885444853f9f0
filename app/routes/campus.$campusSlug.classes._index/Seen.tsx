import type { RowOutcome } from "~/domain/identity/invite-list/judge-list";
import type { Locale, Role } from "~/domain/kernel/actor";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Figure, Figures } from "~/ui/kit/Figures";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import css from "./Classes.module.css";

/** A table that was looked at, with what sending would do. */
export interface SeenTable {
  readonly listId: string;
  readonly name: string;
  readonly table: string;
  readonly count: number;
  readonly people: string;
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

function SeenRow({ row }: { row: SeenTable["rows"][number] }) {
  const t = useT();
  const isWrong = WRONG.includes(row.outcome);
  return (
    <tr>
      <td>{row.line}</td>
      <th scope="row">{row.email || "–"}</th>
      <td>{row.name || "–"}</td>
      <td>{t(`identity.role.${row.role}`)}</td>
      <td>{t(`locale.${row.locale}`)}</td>
      <td className={isWrong ? css.wrong : undefined}>{t(`classes.outcome.${row.outcome}`)}</td>
    </tr>
  );
}

/** What will happen with each row, and the button that makes it happen. */
export function Seen({ seen }: { seen: SeenTable }) {
  const t = useT();
  const { listId, name, rows, count, people } = seen;
  const of = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome);
  const counted = OUTCOMES.map((outcome) => ({ outcome, rows: of(outcome) })).filter((one) => one.rows.length > 0);
  return (
    <Card>
      <h2 id="seen">{t("classes.seen", { name })}</h2>
      <Figures label={t("classes.seen_label")}>
        {[...counted].reverse().map((one) => (
          <Figure key={one.outcome} alarm={WRONG.includes(one.outcome)}>
            {one.rows.length} × {t(`classes.outcome.${one.outcome}`)}
          </Figure>
        ))}
      </Figures>
      {count > 0 ? (
        <ReplyForm formId="send" intent="send" encType="multipart/form-data">
          <input type="hidden" name="listId" value={listId} />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="people" value={people} />
          <SubmitButton>{t("classes.send", { count })}</SubmitButton>
        </ReplyForm>
      ) : (
        <p role="status">{t("classes.nobody_new")}</p>
      )}
      <ScrolledTable label={t("classes.seen_label")}>
        <thead>
          <tr>
            {(["line", "email", "name", "role", "language", "outcome"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`classes.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{counted.flatMap((one) => one.rows.map((row) => <SeenRow key={`${row.line} ${row.email}`} row={row} />))}</tbody>
      </ScrolledTable>
    </Card>
  );
}

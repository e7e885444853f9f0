import type { RunVote } from "~/domain/awards/vote/queries";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import css from "./Votes.module.css";

/** What came of a vote, for its organiser alone: who won, and the rounds, so that it can be counted again. */
export function Count({ vote }: { vote: RunVote }) {
  const t = useT();
  const { result, candidates } = vote;
  if (!result) return null;
  const { winnerId, seed, count } = result;
  const name = (id: string): string => candidates.find(({ entryId }) => entryId === id)?.title ?? "–";
  return (
    <>
      <p className={css.winner}>{t("vote.run.won", { title: name(winnerId) })}</p>
      <p className={css.muted}>{t("vote.run.kept")}</p>
      <Disclosure label={t("vote.run.rounds")}>
        <ScrolledTable label={t("vote.run.rounds")}>
          <thead>
            <tr>
              <th scope="col">{t("vote.run.entry")}</th>
              {count.rounds.map((_, at) => (
                <th key={at} scope="col">
                  {t("vote.run.round", { no: at + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {count.order.map((id) => (
              <tr key={id}>
                <th scope="row">{name(id)}</th>
                {count.rounds.map(({ votes, out, by }, at) => (
                  <td key={at}>
                    {votes[id] ?? ""}
                    {out === id && by !== "votes" ? ` (${t(`vote.run.by.${by}`)})` : ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrolledTable>
        <p className={css.muted}>{t("vote.run.seed", { seed })}</p>
      </Disclosure>
    </>
  );
}

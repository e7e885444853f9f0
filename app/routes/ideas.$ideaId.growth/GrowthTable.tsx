import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import { Time } from "~/ui/when";
import type { GrowthData } from "./route";

type Lines = GrowthData["growth"][number]["lines"];

/** The same lines as numbers: a row a criterion, a column each time somebody looked. */
export function GrowthTable({ label: called, lines, zone }: { label: string; lines: Lines; zone: string }) {
  const t = useT();
  const label = useLabel();
  const keyOf = ({ at, side }: Lines[number]["given"][number]): string => `${at.getTime()} ${side}`;
  const looks = [...new Map(lines.flatMap(({ given }) => given).map((one) => [keyOf(one), one])).values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  return (
    <ScrolledTable label={called}>
      <thead>
        <tr>
          <th scope="col">{t("rubrics.criterion_name")}</th>
          {looks.map((look) => (
            <th key={keyOf(look)} scope="col">
              {t(`growth.side.${look.side}`)} <Time at={look.at} zone={zone} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ code, name, given }) => (
          <tr key={code}>
            <th scope="row">{label(name)}</th>
            {looks.map((look) => {
              const found = given.find((one) => keyOf(one) === keyOf(look));
              return <td key={keyOf(look)}>{found ? Math.round(found.points / 100) : "–"}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

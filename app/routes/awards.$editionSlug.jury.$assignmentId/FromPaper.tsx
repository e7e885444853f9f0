import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import type { SheetData } from "./route";

/** That an organiser typed in the juror's paper sheet: to read again, or to know where the points come from. */
export function FromPaper({ sheet, paper }: { sheet: SheetData; paper: NonNullable<SheetData["paper"]> }) {
  const t = useT();
  if (paper.state === "counted") return <Note>{t("paper.own_counted")}</Note>;
  return (
    <Note>
      {t("paper.own", { name: paper.by })}{" "}
      <Link to={`/awards/${sheet.edition.slug}/papers/${sheet.assignmentId}`}>{t("paper.own_read")}</Link>
    </Note>
  );
}

import type { Place } from "~/domain/awards/edition";
import type { EntryState } from "~/domain/awards/entry";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Row, Rows } from "../kit/Rows";
import { Time } from "../when";
import type { Labels } from "./labels";
import { useLabel } from "./labels";

export interface MyEntryView {
  readonly entryId: string;
  readonly number: number;
  readonly state: EntryState;
  readonly editionSlug: string;
  readonly editionName: Labels;
  readonly categoryName: Labels;
  readonly title: string;
  readonly open: boolean;
  readonly openUntil: Date;
  readonly place: Place | null;
}

/** Entries of my teams, each with where it stands and until when it may change. */
export function MyEntries({
  title,
  entries,
  withEdition = false,
}: {
  title: string;
  entries: readonly MyEntryView[];
  withEdition?: boolean;
}) {
  const t = useT();
  const label = useLabel();
  return (
    <Rows title={title}>
      {entries.map((entry) => (
        <Row
          key={entry.entryId}
          title={<Link to={`/awards/${entry.editionSlug}/entry/${entry.entryId}`}>{entry.title || t("awards.entry.untitled")}</Link>}
          facts={
            <>
              {withEdition ? `${label(entry.editionName)} · ` : ""}
              {label(entry.categoryName)} · {entry.place === null ? t(`awards.state.${entry.state}`) : t(`awards.place.${entry.place}`)}
              {entry.open ? (
                <>
                  {" · "}
                  {t("awards.open_until")} <Time at={entry.openUntil} />
                </>
              ) : null}
            </>
          }
        />
      ))}
    </Rows>
  );
}

import { useT } from "~/ui/i18n";
import { Row, Rows } from "~/ui/kit/Rows";
import type { AllotmentPage } from "./load.server";
import css from "./Allotment.module.css";

type Result = NonNullable<NonNullable<AllotmentPage["draft"]>["result"]>;

/** What each coach carries, with what the draft adds. */
export function Loads({ loads }: { loads: Result["loads"] }) {
  const t = useT();
  return (
    <Rows title={t("coaching.allot.loads")}>
      {loads.map(({ name, carried, given, capacity }, at) => (
        <Row key={at} title={name} facts={t("coaching.allot.load", { carried, given, capacity })}>
          <meter className={css.meter} min={0} max={Math.max(1, capacity)} value={Math.min(capacity, carried + given)} aria-hidden="true" />
        </Row>
      ))}
    </Rows>
  );
}

import { useT } from "../i18n";
import { Figure, Figures } from "../kit/Figures";

const USES = ["needs", "offers", "ideas", "resources", "children", "jurors"] as const;

/** How often a term is used, place by place; places without any are left out. */
export function Uses({ uses }: { uses: Readonly<Record<(typeof USES)[number], number>> }) {
  const t = useT();
  return (
    <Figures label={t("terms.where")}>
      {USES.filter((use) => uses[use] > 0).map((use) => (
        <Figure key={use}>{t(`terms.use.${use}`, { count: uses[use] })}</Figure>
      ))}
    </Figures>
  );
}

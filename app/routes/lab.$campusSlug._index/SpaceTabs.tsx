import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import type { SpaceView } from "~/ui/lab/view";
import css from "./Lab.module.css";

/** The spaces of a campus, one of which is shown. */
export function SpaceTabs({ spaces }: { spaces: readonly SpaceView[] }) {
  const t = useT();
  if (spaces.length < 2) return null;
  return (
    <nav className={css.tabs} aria-label={t("lab.spaces")}>
      {spaces.map(({ code, name, to, shown }) => (
        <Link key={code} to={to} aria-current={shown ? "page" : undefined} preventScrollReset prefetch="intent">
          {name}
        </Link>
      ))}
    </nav>
  );
}

import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Tabs } from "~/ui/kit/Tabs";
import type { SpaceView } from "~/ui/lab/view";

/** The spaces of a campus, one of which is shown. */
export function SpaceTabs({ spaces }: { spaces: readonly SpaceView[] }) {
  const t = useT();
  if (spaces.length < 2) return null;
  return (
    <Tabs label={t("lab.spaces")}>
      {spaces.map(({ code, name, to, shown }) => (
        <Link key={code} to={to} aria-current={shown ? "page" : undefined} preventScrollReset prefetch="intent">
          {name}
        </Link>
      ))}
    </Tabs>
  );
}

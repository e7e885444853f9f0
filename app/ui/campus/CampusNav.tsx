import { useT } from "../i18n";
import { NavLink } from "../kit/Link";
import { Tabs } from "../kit/Tabs";

const PAGES = ["people", "companies", "allotment", "settings", "reports"] as const;

/** The pages from which a campus is run. Coaches see the reports page only. */
export function CampusNav({ slug, name, organises = true }: { slug: string; name: string; organises?: boolean }) {
  const t = useT();
  if (!organises) return null;
  return (
    <Tabs label={t("campus.nav.label", { campus: name })}>
      {PAGES.map((page) => (
        <NavLink key={page} to={`/campus/${slug}/${page}`} prefetch="intent">
          {t(`campus.nav.${page}`)}
        </NavLink>
      ))}
    </Tabs>
  );
}

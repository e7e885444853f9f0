import { ADMIN_AREAS } from "~/domain/administration/areas";
import { useT } from "../i18n";
import { NavLink } from "../kit/Link";
import { Tabs } from "../kit/Tabs";

/** The pages of the administration beside each other. */
export function AdminNav() {
  const t = useT();
  return (
    <Tabs label={t("admin.title")}>
      {ADMIN_AREAS.map((area) => (
        <NavLink key={area} to={`/admin/${area}`}>
          {t(`admin.area.${area}`)}
        </NavLink>
      ))}
    </Tabs>
  );
}

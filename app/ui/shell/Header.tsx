import { useT } from "../i18n";
import { ButtonLink } from "../kit/Button";
import { Link, NavLink } from "../kit/Link";
import { Logo } from "../plant/Logo";
import css from "./Shell.module.css";
import { Icon } from "./icons";

/** What the bars need to know of who looks. */
export interface Looker {
  readonly signedIn: boolean;
  /** True for organisers: they have a desk. */
  readonly organises: boolean;
  /** True for staff who must give a second proof before their roles open anything. */
  readonly rolesWait: boolean;
  readonly unread: number;
  /** Whose eyes an admin looks through; null when people are themselves. */
  readonly eyesOf: string | null;
}

function Bell({ unread }: { unread: number }) {
  const t = useT();
  return (
    <Link to="/notices" className={css.bell} aria-label={t("nav.notices", { count: unread })}>
      <Icon name="bell" />
      {unread > 0 ? (
        <span className={css.badge} aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </Link>
  );
}

/** The bar on top: where you are, where you can go, and your own place. */
export function Header({ signedIn, organises, unread }: Omit<Looker, "eyesOf">) {
  const t = useT();
  return (
    <header className={css.header}>
      <div className={css.bar}>
        <Link to="/" className={css.brand} aria-label={t("nav.home")}>
          <Logo size={26} />
          <span className={css.name}>{t("app.name")}</span>
        </Link>
        <nav className={css.nav} aria-label={t("nav.main")}>
          <NavLink to="/ideas" prefetch="intent">
            {t("nav.ideas")}
          </NavLink>
          {signedIn ? <NavLink to="/matches">{t("nav.matches")}</NavLink> : null}
          <NavLink to="/coaching">{t("nav.coaching")}</NavLink>
          <NavLink to="/lab">{t("nav.lab")}</NavLink>
          <NavLink to="/awards">{t("nav.awards")}</NavLink>
          {organises ? <NavLink to="/desk">{t("nav.desk")}</NavLink> : null}
        </nav>
        <div className={css.end}>
          {signedIn ? <Bell unread={unread} /> : null}
          {signedIn ? (
            <ButtonLink to="/greenhouse">{t("nav.greenhouse")}</ButtonLink>
          ) : (
            <ButtonLink to="/sign-in">{t("nav.sign_in")}</ButtonLink>
          )}
        </div>
      </div>
    </header>
  );
}

/** The bar under the thumb, on phones. */
export function Tabs() {
  const t = useT();
  const tabs = [
    { to: "/ideas", icon: "ideas", label: t("nav.ideas") },
    { to: "/coaching", icon: "coaching", label: t("nav.coaching") },
    { to: "/plant", icon: "plant", label: t("nav.plant") },
    { to: "/lab", icon: "lab", label: t("nav.lab_short") },
    { to: "/awards", icon: "awards", label: t("nav.awards_short") },
  ] as const;
  return (
    <nav className={css.tabs} aria-label={t("nav.tabs")}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to}>
          <Icon name={tab.icon} />
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

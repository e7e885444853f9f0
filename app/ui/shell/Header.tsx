import { Link, NavLink } from "@remix-run/react";
import { useT } from "../i18n";
import { ButtonLink } from "../kit/Button";
import { Logo } from "../plant/Logo";
import css from "./Shell.module.css";
import { Icon } from "./icons";

/** The bar on top: where you are, where you can go, and your own place. */
export function Header({ signedIn }: { signedIn: boolean }) {
  const t = useT();
  return (
    <header className={css.header}>
      <div className={css.bar}>
        <Link to="/" className={css.brand} aria-label={t("nav.home")}>
          <Logo size={26} />
          {t("app.name")}
        </Link>
        <nav className={css.nav} aria-label={t("nav.main")}>
          <NavLink to="/ideas" prefetch="intent">
            {t("nav.ideas")}
          </NavLink>
          <NavLink to="/plant">{t("nav.plant")}</NavLink>
        </nav>
        <div className={css.end}>
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
export function Tabs({ signedIn }: { signedIn: boolean }) {
  const t = useT();
  return (
    <nav className={css.tabs} aria-label={t("nav.tabs")}>
      <NavLink to="/ideas">
        <Icon name="ideas" />
        {t("nav.ideas")}
      </NavLink>
      <NavLink to="/plant">
        <Icon name="plant" />
        {t("nav.plant")}
      </NavLink>
      {signedIn ? (
        <>
          <NavLink to="/greenhouse">
            <Icon name="greenhouse" />
            {t("nav.greenhouse")}
          </NavLink>
          <NavLink to="/account">
            <Icon name="account" />
            {t("nav.account")}
          </NavLink>
        </>
      ) : (
        <NavLink to="/sign-in">
          <Icon name="account" />
          {t("nav.sign_in")}
        </NavLink>
      )}
    </nav>
  );
}

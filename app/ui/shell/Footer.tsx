import { useMantineColorScheme } from "@mantine/core";
import { Form, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { LOCALES } from "~/domain/kernel/actor";
import { useLocale, useT } from "../i18n";
import { Link } from "../kit/Link";
import css from "./Shell.module.css";

const SCHEMES = ["light", "dark", "auto"] as const;

function SchemeSwitch() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The choice lives in the browser, so the server cannot know it: marked after hydration only.
  const [known, setKnown] = useState(false);
  useEffect(() => setKnown(true), []);
  return (
    <div className={`${css.choices} needs-js`} role="group" aria-label={t("footer.scheme")}>
      {SCHEMES.map((scheme) => (
        <button
          key={scheme}
          type="button"
          className={css.choice}
          aria-pressed={known && colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`footer.scheme.${scheme}`)}
        </button>
      ))}
    </div>
  );
}

function LanguageSwitch() {
  const t = useT();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument className={css.choices} aria-label={t("footer.language")}>
      <input type="hidden" name="to" value={pathname + search} />
      {LOCALES.map((other) => (
        <button key={other} type="submit" name="locale" value={other} lang={other} className={css.choice} aria-pressed={other === locale}>
          {t(`locale.${other}`)}
        </button>
      ))}
    </Form>
  );
}

/**
 * The foot of every page: the way to one's account and out of it, language, light and dark, and what a public service must say of itself. `notices` are the sentences that
 * licences of what was taken over ask for, in English as they were given.
 */
export function Footer({ notices, signedIn }: { notices: readonly string[]; signedIn: boolean }) {
  const t = useT();
  return (
    <footer className={css.footer}>
      <div className={css.footerInner}>
        <ul className={css.links}>
          {signedIn ? (
            <li>
              <Link to="/account">{t("nav.account")}</Link>
            </li>
          ) : null}
          <li>
            <Link to="/about">{t("footer.about")}</Link>
          </li>
          <li>
            <Link to="/accessibility">{t("footer.accessibility")}</Link>
          </li>
          <li>
            <Link to="/privacy">{t("footer.privacy")}</Link>
          </li>
        </ul>
        <SchemeSwitch />
        <LanguageSwitch />
        {notices.map((notice) => (
          <p key={notice} className={css.notice}>
            <Link to="/about#sources" lang="en">
              {notice}
            </Link>
          </p>
        ))}
      </div>
    </footer>
  );
}

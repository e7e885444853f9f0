import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Note } from "../kit/Note";
import { Borrowed } from "./Borrowed";
import { Footer } from "./Footer";
import type { Looker } from "./Header";
import { Header, Tabs } from "./Header";
import css from "./Shell.module.css";
import type { ToastView } from "./Toast";
import { Toast } from "./Toast";

/** Everything around a page. */
export function Shell({
  looker,
  toast,
  notices,
  children,
}: {
  looker: Looker;
  toast: ToastView | null;
  notices: readonly string[];
  children: ReactNode;
}) {
  const t = useT();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <a className={css.skip} href="#main">
        {t("nav.skip")}
      </a>
      <div className={css.progress} data-busy={busy} />
      {looker.eyesOf === null ? null : <Borrowed name={looker.eyesOf} />}
      <Header {...looker} />
      <main id="main" className={css.main} tabIndex={-1}>
        {looker.rolesWait ? (
          <div className={css.wait}>
            <Note>
              {t("nav.roles_wait")} <Link to="/account/security">{t("nav.roles_wait_go")}</Link>
            </Note>
          </div>
        ) : null}
        {children}
      </main>
      <Footer notices={notices} signedIn={looker.signedIn} />
      <Tabs />
      {toast ? <Toast key={JSON.stringify(toast)} toast={toast} /> : null}
    </>
  );
}

import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../i18n";
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
      <Header {...looker} />
      <main id="main" className={css.main} tabIndex={-1}>
        {children}
      </main>
      <Footer notices={notices} signedIn={looker.signedIn} />
      <Tabs />
      {toast ? <Toast key={JSON.stringify(toast)} toast={toast} /> : null}
    </>
  );
}

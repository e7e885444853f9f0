import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Footer } from "./Footer";
import { Header, Tabs } from "./Header";
import css from "./Shell.module.css";
import type { ToastView } from "./Toast";
import { Toast } from "./Toast";

/** Everything around a page. */
export function Shell({ signedIn, toast, children }: { signedIn: boolean; toast: ToastView | null; children: ReactNode }) {
  const t = useT();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <a className={css.skip} href="#main">
        {t("nav.skip")}
      </a>
      <div className={css.progress} data-busy={busy} />
      <Header signedIn={signedIn} />
      <main id="main" className={css.main} tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <Tabs signedIn={signedIn} />
      {toast ? <Toast key={JSON.stringify(toast)} toast={toast} /> : null}
    </>
  );
}

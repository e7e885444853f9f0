import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useT } from "~/ui/i18n";
import { Note } from "~/ui/kit/Note";

const SECONDS = 3;

/** Says that the result is on its way; the page asks again by itself, also without JavaScript. */
export function Computing() {
  const t = useT();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, SECONDS * 1_000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(SECONDS)} />
      </noscript>
      <Note>{t("result.computing")}</Note>
    </>
  );
}

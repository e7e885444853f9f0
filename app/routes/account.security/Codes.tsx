import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import css from "./Security.module.css";

/** The codes for a lost phone, the one time they can be read. */
export function Codes({ codes }: { codes: readonly string[] }) {
  const t = useT();
  const file = `Broeikas\r\n${codes.join("\r\n")}\r\n`;
  return (
    <Card>
      <h2>{t("access.codes")}</h2>
      <p role="status">{t("access.codes.text")}</p>
      <ol className={css.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>
        <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download="broeikas-codes.txt">
          {t("access.codes.download")}
        </a>
      </p>
    </Card>
  );
}

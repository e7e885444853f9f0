import { useEffect, useRef } from "react";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Time } from "~/ui/when";
import css from "./Verify.module.css";

interface Verified {
  readonly sha256: string;
  readonly issuedAt: Date | null;
  readonly zone: string | null;
  readonly textHolds: boolean | null;
}

/** Whether a digest was issued here, when, and whether its text holds; takes the focus when it appears. */
export function Result({ result }: { result: Verified }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { sha256, issuedAt, zone, textHolds } = result;
  useEffect(() => box.current?.focus(), [result]);
  return (
    <div ref={box} role="status" tabIndex={-1}>
      <Card>
        <h2>{issuedAt ? t("verify.issued") : t("verify.unknown")}</h2>
        <p className={css.digest}>{sha256}</p>
        {issuedAt ? (
          <p>
            {t("verify.issued_at")} <Time at={issuedAt} zone={zone ?? undefined} /> ({issuedAt.toISOString()})
          </p>
        ) : (
          <p>{t("verify.unknown_text")}</p>
        )}
        <p>{textHolds === null ? t("verify.text_unknown") : textHolds ? t("verify.text_holds") : t("verify.text_differs")}</p>
      </Card>
    </div>
  );
}

import type { LotView } from "~/domain/awards/lot/lot";
import { useT } from "../i18n";
import { Disclosure } from "../kit/Disclosure";
import { Time } from "../when";
import css from "./LotProof.module.css";

/** The lot, and how anybody checks it: the digest that was published first, and later the secret and the tickets. */
export function LotProof({ lot: { commitment, at, secret, drawn } }: { lot: LotView }) {
  const t = useT();
  return (
    <Disclosure label={t("result.lot.title")}>
      <p>{t("result.lot.text")}</p>
      <dl className={css.proof}>
        <div>
          <dt>
            {t("result.lot.commitment")} <Time at={at} />
          </dt>
          <dd>
            <code>{commitment}</code>
          </dd>
        </div>
        {secret === null ? null : (
          <div>
            <dt>{t("result.lot.secret")}</dt>
            <dd>
              <code>{secret}</code>
            </dd>
          </div>
        )}
        {drawn.map(({ tickets }) => tickets.map((one) => <Ticket key={one.entryId} {...one} />))}
      </dl>
      {secret === null ? null : (
        <>
          <p>{t("result.lot.check")}</p>
          <pre className={css.line}>
            <code>{`printf %s '${secret}' | sha256sum`}</code>
          </pre>
        </>
      )}
    </Disclosure>
  );
}

function Ticket({ number, entryId, ticket }: LotView["drawn"][number]["tickets"][number]) {
  const t = useT();
  return (
    <div>
      <dt>{t("result.lot.ticket", { number })}</dt>
      <dd>
        <code>{entryId}</code> → <code>{ticket}</code>
      </dd>
    </div>
  );
}

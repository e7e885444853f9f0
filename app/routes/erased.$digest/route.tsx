import { useLoaderData } from "@remix-run/react";
import { freshErasure } from "~/domain/identity/privacy/erasure";
import { found } from "~/domain/kernel/errors";
import { useT } from "~/ui/i18n";
import { contextName, whyKept } from "~/ui/kept-words";
import { Page } from "~/ui/kit/Page";
import { List, Row } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { shareMeta } from "~/ui/share-meta";
import { Time } from "~/ui/when";
import { defineLoader } from "~/web/route";

export const handle: PageHandle = { title: "keeping.erased.title" };
/** Nothing to share: whoever has the address has the statement, for a quarter of an hour. */
export const meta = shareMeta;

export const loader = defineLoader(async ({ ctx, params }) => {
  const erasure = found(await freshErasure(ctx.store.db, params.digest ?? "", ctx.now));
  ctx.web.appendHeader("X-Robots-Tag", "noindex");
  return erasure;
});

/** What was erased and what stays: for somebody who just left. */
export default function Erased() {
  const t = useT();
  const { number, at, lines, sha256 } = useLoaderData<typeof loader>();
  return (
    <Page title={t("keeping.erased.title")} lead={t("keeping.erased.lead")} width="middle">
      <p>
        <Time at={at} /> · {t("keeping.erased.number", { number })}
      </p>
      <List label={t("keeping.erased.title")}>
        {lines.map(({ context, removed, kept }) => (
          <Row
            key={context}
            title={contextName(t, context)}
            facts={
              <>
                {t("keeping.statements.counts", { removed, kept })}
                {kept > 0 ? `. ${whyKept(t, context)}` : null}
              </>
            }
          />
        ))}
      </List>
      <h2>{t("keeping.erased.proof")}</h2>
      <p>{t("keeping.erased.proof.text")}</p>
      <p style={{ overflowWrap: "anywhere" }}>
        <code>{sha256}</code>
      </p>
    </Page>
  );
}

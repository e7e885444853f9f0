import { useLoaderData } from "@remix-run/react";
import { codeOnPaper } from "~/domain/awards/certificates/code";
import { certificateOf } from "~/domain/awards/certificates/queries-certificates";
import { useLabel } from "~/ui/awards/labels";
import { prizePlant } from "~/ui/awards/prize-plant";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Plant } from "~/ui/plant/Plant";
import { shareMeta } from "~/ui/share-meta";
import { Time } from "~/ui/when";
import { CERTIFICATE_RATE } from "~/web/rates";
import { defineLoader, limitRate } from "~/web/route";
import { viewOf } from "~/web/view";
import css from "./Certificate.module.css";

export const handle: PageHandle = { title: "certificate.title" };
/** Nothing to share: whoever has the code has the page. */
export const meta = shareMeta;

export const loader = defineLoader(async ({ ctx, params }) => {
  await limitRate(ctx, CERTIFICATE_RATE);
  const { code, ...certified } = await certificateOf(viewOf(ctx), params.code ?? "");
  ctx.web.appendHeader("X-Robots-Tag", "noindex");
  return { ...certified, code: codeOnPaper(code) };
});

export default function Certificate() {
  const t = useT();
  const label = useLabel();
  const { edition, category, campus, place, publishedAt, number, title, gone, lang, name, code } = useLoaderData<typeof loader>();
  const edited = label(edition.name);
  // The idea itself may not be everybody's to know: the plant is that of the certificate.
  const plant = { ...prizePlant({ ideaId: null, entryId: code }), fruit: place !== null };
  return (
    <Page title={t("certificate.valid")} lead={t("certificate.lead", { edition: edited })} width="middle">
      <div className={css.paper}>
        <Plant spec={plant} className={css.plant} />
        <dl className={css.facts}>
          <Fact name={t("certificate.prize")}>
            <strong>{place === null ? t("certificate.part") : t(`awards.place.${place}`)}</strong>
          </Fact>
          <Fact name={t("certificate.to")}>{name ?? t("certificate.somebody")}</Fact>
          <Fact name={t("certificate.entry")}>
            {gone ? t("certificate.entry_gone") : t("awards.entry.number", { number })}
            {title === "" ? null : (
              <>
                {" · "}
                <span lang={lang}>{title}</span>
              </>
            )}
          </Fact>
          <Fact name={t("certificate.category")}>{label(category)}</Fact>
          <Fact name={t("certificate.by")}>{campus.name}</Fact>
          <Fact name={t("certificate.on")}>
            <Time at={publishedAt} zone={campus.zone} dateOnly />
          </Fact>
          <Fact name={t("certificate.code")}>
            <code>{code}</code>
          </Fact>
        </dl>
      </div>
      <p>
        <Link to={`/awards/${edition.slug}/winners`}>{t("awards.see_winners")}</Link>
      </p>
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

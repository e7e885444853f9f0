import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";

/** Where the evening is prepared: the votes of the public, and the run sheet. */
export function ToCeremony({ slug }: { slug: string }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("ceremony.title")}</h2>
      <p>{t("ceremony.to_text")}</p>
      <p>
        <Link to={`/awards/${slug}/ceremony`}>{t("ceremony.to")}</Link> · <Link to={`/awards/${slug}/votes`}>{t("vote.run.title")}</Link>
      </p>
    </Card>
  );
}

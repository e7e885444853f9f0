import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";

/** Where ranking, prizes and publishing are. */
export function ToResult({ slug }: { slug: string }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("result.title")}</h2>
      <p>{t("result.to_text")}</p>
      <p>
        <Link to={`/awards/${slug}/result`}>{t("result.to")}</Link>
      </p>
    </Card>
  );
}

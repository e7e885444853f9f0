import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import type { EditionData } from "./route";

/** The one thing to do on this page, by where the edition stands and who looks. */
export function NextStep({ edition, signedIn }: Pick<EditionData, "edition" | "signedIn">) {
  const t = useT();
  const { slug, phase, publishedAt, may } = edition;
  if (publishedAt) {
    return (
      <ButtonLink to={`/awards/${slug}/winners`} look="primary">
        {t("awards.see_winners")}
      </ButtonLink>
    );
  }
  if (may.enter || (phase === "open" && !signedIn)) {
    return (
      <ButtonLink to={`/awards/${slug}/enter`} look="primary">
        {t("awards.enter.action")}
      </ButtonLink>
    );
  }
  if (may.judge && phase === "judging") {
    return (
      <ButtonLink to={`/awards/${slug}/jury`} look="primary">
        {t("awards.jury.go")}
      </ButtonLink>
    );
  }
  return null;
}

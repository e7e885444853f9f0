import type { ReactNode } from "react";
import { useT } from "../i18n";
import { ButtonLink } from "../kit/Button";
import { Page } from "../kit/Page";

interface Props {
  /** The title; else that a link does not work any more. */
  readonly title?: string;
  readonly lead?: string;
  /** Where to go from here, and the words on the button. */
  readonly to: string;
  readonly children: ReactNode;
}

/** What somebody reads whose link was used, has expired or never was one. */
export function DeadLink({ title, lead, to, children }: Props) {
  const t = useT();
  return (
    <Page title={title ?? t("sign.link.dead.title")} lead={lead ?? t("sign.link.dead.text")} width="narrow">
      <p>
        <ButtonLink to={to} look="primary">
          {children}
        </ButtonLink>
      </p>
    </Page>
  );
}

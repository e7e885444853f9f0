import type { Locale } from "../../kernel/actor";

/** For what a person can say yes: being named on public pages. Who is under 18 is never named there, so they are not asked. */
export const CONSENT_PURPOSES = ["public_name"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** A text as people read it before they said yes or no; it is never changed, a new one is put at the end. */
export interface ConsentText {
  readonly version: string;
  readonly texts: Readonly<Record<Locale, string>>;
}

/** Every text there ever was, by purpose, the oldest first: what somebody agreed to can always be read again. */
export const CONSENT_TEXTS: Readonly<Record<ConsentPurpose, readonly [ConsentText, ...ConsentText[]]>> = {
  public_name: [
    {
      version: "2026-01",
      texts: {
        nl: "Mijn naam mag op openbare pagina's staan als mijn team een prijs wint. Ik kan dit altijd intrekken; mijn naam gaat er dan meteen af.",
        fr: "Mon nom peut figurer sur des pages publiques quand mon équipe gagne un prix. Je peux toujours retirer cet accord ; mon nom disparaît alors tout de suite.",
        en: "My name may be on public pages when my team wins a prize. I can always withdraw this; my name is then taken off at once.",
      },
    },
  ],
};

/** The text that is asked now; a yes to an older one does not count any more. */
export function consentText(purpose: ConsentPurpose): ConsentText {
  const texts = CONSENT_TEXTS[purpose];
  return texts.at(-1) ?? texts[0];
}

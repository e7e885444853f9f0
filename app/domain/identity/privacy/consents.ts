import type { Locale } from "../../kernel/actor";
import { hasPhoto, isMinor } from "../person";

/** For what a person can say yes: being named on public pages, and their photo being shown. */
export const CONSENT_PURPOSES = ["public_name", "photo"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Tells whether somebody of this age is asked: nobody under 18 is named on public pages, and nobody under 16 has a photo. */
export function isAsked(purpose: ConsentPurpose, ageBand: string | null): boolean {
  return purpose === "photo" ? hasPhoto(ageBand) : !isMinor(ageBand);
}

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
  photo: [
    {
      version: "2026-11",
      texts: {
        nl: "Mijn foto mag naast mijn naam staan voor mensen van mijn campus en van mijn teams, en voor iedereen met een account als mijn profiel openbaar is. Op openbare pagina's staat ze alleen als ik ook daar mijn naam laat staan, en nooit voor ik 18 ben. Ik kan dit altijd intrekken; mijn foto verdwijnt dan meteen.",
        fr: "Ma photo peut figurer à côté de mon nom pour les personnes de mon campus et de mes équipes, et pour toute personne ayant un compte si mon profil est public. Sur des pages publiques, elle ne figure que si j'y laisse aussi mon nom, et jamais avant mes 18 ans. Je peux toujours retirer cet accord ; ma photo disparaît alors tout de suite.",
        en: "My photo may stand beside my name for people of my campus and of my teams, and for everybody with an account if my profile is public. It is on public pages only if I let my name be there too, and never before I am 18. I can always withdraw this; my photo then disappears at once.",
      },
    },
  ],
};

/** The text that is asked now; a yes to an older one does not count any more. */
export function consentText(purpose: ConsentPurpose): ConsentText {
  const texts = CONSENT_TEXTS[purpose];
  return texts.at(-1) ?? texts[0];
}

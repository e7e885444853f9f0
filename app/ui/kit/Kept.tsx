import type { HTMLAttributes, ReactElement } from "react";
import { createContext, useContext } from "react";
import { SpeechContext } from "../i18n";
import { VenueContext } from "../when";

/** Turns an element into markup, once for each key; null in the browser, which renders everything. */
export type Keep = (key: string, element: ReactElement) => string;
export const KeepContext = createContext<Keep | null>(null);

const TEN_MINUTES = "2026-01-01T00:0".length;

interface KeptProps extends Omit<HTMLAttributes<HTMLElement>, "children" | "dangerouslySetInnerHTML"> {
  readonly as: "li" | "ol" | "section";
  /** Tells apart what is drawn from the same data in different ways. */
  readonly name: string;
  /** Everything the inside is drawn from, apart from the language and the venue's clock. */
  readonly of: unknown;
  readonly children: ReactElement;
}

/**
 * An element whose inside the server renders once for all who see the same: cards stand on many pages, and are most of what those cost.
 * The inside may depend on `of`, the language and the time alone, and has no other context: neither forms nor the router's hooks.
 */
export function Kept({ as: Tag, name, of, children, ...attributes }: KeptProps) {
  const keep = useContext(KeepContext);
  const speech = useContext(SpeechContext);
  const venue = useContext(VenueContext);
  if (keep === null || speech === null) return <Tag {...attributes}>{children}</Tag>;
  // "Today" becomes "yesterday" at some moment; within ten minutes the markup follows.
  const key = `${name} ${speech.locale} ${venue.zone} ${venue.now.slice(0, TEN_MINUTES)} ${JSON.stringify(of)}`;
  const inside = (
    <SpeechContext.Provider value={speech}>
      <VenueContext.Provider value={venue}>{children}</VenueContext.Provider>
    </SpeechContext.Provider>
  );
  return <Tag {...attributes} dangerouslySetInnerHTML={{ __html: keep(key, inside) }} />;
}

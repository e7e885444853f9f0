import type { Locale } from "../../kernel/actor";

export type MarkKind = "person" | "organisation" | "email" | "phone" | "link";
/** A place in a text that may give its makers away; from `from` up to `until`, in UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly until: number;
  readonly kind: MarkKind;
}
/** A stretch of a text; `kind` where it is marked. */
export interface Stretch {
  readonly text: string;
  readonly kind: MarkKind | null;
}
/** Who must not be known. */
export interface Known {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
}

const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const ENDINGS = "be|nl|fr|de|lu|uk|com|org|net|eu|io|info|app|dev|brussels|vlaanderen|gent";
const LINK = new RegExp(
  `https?://\\S+|www\\.\\S+|(?<![\\p{L}\\d@.-])[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:${ENDINGS})(?:/\\S*)?(?![\\p{L}\\d-])|(?<![\\p{L}\\d.])@[\\p{L}_][\\p{L}\\d_.]{2,}`,
  "giu",
);
const PHONE = /(?<![\d.,\p{L}])(?:\+|0)\(?\d(?:[ ./()-]{0,3}\d){6,14}(?!\d)/gu;
/** Words inside names that are also ordinary words. */
const PARTICLES = new Set("van von der den des del dos les the and het een bin ben ter ten vande vander".split(" "));
/** What an organisation is called beside its name. */
const FORMS = /\b(?:vzw|asbl|nv|bv|bvba|sa|sarl|srl|sprl|cv|ltd|gmbh|inc)\b\.?/giu;

/** Marks what in a text may give its makers away: their names, those of their organisations, addresses, numbers and links. */
export function marksIn(text: string, known: Known): Mark[] {
  const found = [
    ...matches(text, EMAIL, "email"),
    ...matches(text, LINK, "link").map((mark) => ({ ...mark, until: mark.from + trimmed(text.slice(mark.from, mark.until)).length })),
    ...matches(text, PHONE, "phone").filter((mark) => isPhone(text.slice(mark.from, mark.until))),
    ...namesIn(text, known.organisations.map(withoutForm), "organisation", false),
    ...namesIn(text, known.people, "person", false),
    ...namesIn(text, known.people.flatMap(partsOf), "person", true),
  ];
  const taken: Mark[] = [];
  for (const mark of found) {
    if (!taken.some((other) => mark.from < other.until && other.from < mark.until)) taken.push(mark);
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** The text cut into stretches, marked and not. */
export function stretches(text: string, marks: readonly Mark[]): Stretch[] {
  const cut: Stretch[] = [];
  let at = 0;
  for (const { from, until, kind } of marks) {
    if (from > at) cut.push({ text: text.slice(at, from), kind: null });
    cut.push({ text: text.slice(from, until), kind });
    at = until;
  }
  if (at < text.length) cut.push({ text: text.slice(at), kind: null });
  return cut;
}

const INSTEAD: Readonly<Record<Locale, Readonly<Record<MarkKind, string>>>> = {
  nl: { person: "[naam]", organisation: "[organisatie]", email: "[e-mailadres]", phone: "[telefoonnummer]", link: "[link]" },
  fr: { person: "[nom]", organisation: "[organisation]", email: "[adresse e-mail]", phone: "[numéro de téléphone]", link: "[lien]" },
  en: { person: "[name]", organisation: "[organisation]", email: "[e-mail address]", phone: "[phone number]", link: "[link]" },
};

/** The text with a word of its language in place of each mark. */
export function proposed(text: string, marks: readonly Mark[], lang: Locale): string {
  return stretches(text, marks)
    .map((stretch) => (stretch.kind === null ? stretch.text : INSTEAD[lang][stretch.kind]))
    .join("");
}

function matches(text: string, pattern: RegExp, kind: MarkKind): Mark[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ from: index, until: index + match.length, kind }));
}

const PUNCTUATION = new Set([...`.,;:!?)]}'"»’”`]);

/** A link without the punctuation of the sentence it ends. */
function trimmed(link: string): string {
  let end = link.length;
  while (end > 0 && PUNCTUATION.has(link[end - 1] ?? "")) end -= 1;
  return link.slice(0, end);
}

/** Nine to fifteen digits after a plus or 00, nine or ten after a single 0; not a decimal fraction and not a date. */
function isPhone(match: string): boolean {
  if (/^0[.,]\d+$/.test(match)) return false;
  const digits = match.replace(/\D/g, "");
  if (match.startsWith("+") || digits.startsWith("00")) return digits.length >= 9 && digits.length <= 15;
  return digits.length === 9 || digits.length === 10;
}

/** Parts of a name that give away by themselves: "Peeters" of "An Peeters". */
function partsOf(name: string): string[] {
  return name.split(/[\s]+/u).filter((part) => [...part].length >= 3 && !PARTICLES.has(flat(part).text));
}

const withoutForm = (name: string): string => name.replace(FORMS, " ").replace(/\s+/g, " ").trim();

/** Lower case without accents, with dashes and quotes as spaces; `at` leads from each unit back to the text. */
function flat(text: string): { readonly text: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let out = "";
  for (let i = 0; i < text.length; i += 1) {
    const unit = (text[i] ?? "")
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase();
    const plain = /^[\s'’‘`´-]$/u.test(unit) ? " " : unit;
    // A run of spaces counts as one.
    if (plain === " " && out.endsWith(" ")) continue;
    for (const one of plain) {
      out += one;
      at.push(i);
    }
  }
  return { text: out, at };
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where names stand as words of their own; `capital` for those that count only with a capital letter. */
function namesIn(text: string, names: readonly string[], kind: MarkKind, capital: boolean): Mark[] {
  const { text: hay, at } = flat(text);
  const wanted = [...new Set(names.map((name) => flat(name).text.trim()))].filter((name) => name.length >= 2);
  wanted.sort((a, b) => b.length - a.length);
  return wanted.flatMap((name) => {
    const found: Mark[] = [];
    for (let i = hay.indexOf(name); i >= 0; i = hay.indexOf(name, i + 1)) {
      const from = at[i] ?? 0;
      const until = (at[i + name.length - 1] ?? 0) + 1;
      const whole = !LETTER.test(hay[i - 1] ?? "") && !LETTER.test(hay[i + name.length] ?? "");
      if (whole && (!capital || /\p{Lu}/u.test(text[from] ?? ""))) found.push({ from, until: afterAccents(text, until), kind });
    }
    return found;
  });
}

/** Accents that follow their letter as characters of their own belong to it. */
function afterAccents(text: string, at: number): number {
  let end = at;
  while (/\p{M}/u.test(text[end] ?? "")) end += 1;
  return end;
}

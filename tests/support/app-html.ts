/** One element of a page as React writes it: every tag closed, every attribute quoted. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between its tags; "" for an element without content. */
  readonly inner: string;
}

const VOID = new Set(["input", "br", "hr", "img", "link", "meta"]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** A text as a person reads it, without the ways HTML has to write a character. */
export function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    return name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole);
  });
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name.toLowerCase(), decoded(value)]));
}

/** Elements of a page in their order; nested ones of the same name too. */
export function elements(html: string, tag: string): Element[] {
  const found: Element[] = [];
  const opening = new RegExp(`<${tag}((?:\\s[^<>]*?)?)/?>`, "gi");
  for (const match of html.matchAll(opening)) {
    const from = match.index + match[0].length;
    found.push({ tag, attributes: attributesOf(match[1] ?? ""), inner: VOID.has(tag) ? "" : innerFrom(html, tag, from) });
  }
  return found;
}

function innerFrom(html: string, tag: string, from: number): string {
  const tags = new RegExp(`<(/?)${tag}(?:\\s[^<>]*?)?>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return html.slice(from, match.index);
  }
  return html.slice(from);
}

/** What a person reads on a page, or on a part of one: no scripts, no styles, no tags. */
export function textOf(html: string): string {
  const plain = html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]*>/g, " ");
  return decoded(plain).replace(/\s+/g, " ").trim();
}

/** Labels, hints and texts that stand in attributes but are read or heard. */
export function spokenAttributes(html: string): string[] {
  return [...html.matchAll(/\s(?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map(([, value = ""]) => decoded(value));
}

/** A field of a form, with what it holds. */
export interface FieldShape {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** The values of a list or of cards to choose from. */
  readonly options: readonly string[];
}

export interface FormShape {
  /** Where it is sent to. */
  readonly action: string;
  readonly fields: readonly FieldShape[];
}

/** The forms of a page that change something. */
export function formsIn(html: string, page: string): FormShape[] {
  return elements(html, "form")
    .filter(({ attributes }) => attributes.method === "post")
    .map(({ attributes, inner }) => ({ action: attributes.action ?? page, fields: fieldsIn(inner) }));
}

function fieldsIn(form: string): FieldShape[] {
  const inputs = elements(form, "input").map(({ attributes: { name = "", type = "text", value = "" } }) => ({
    name,
    type,
    value,
    options: [],
  }));
  const areas = elements(form, "textarea").map(({ attributes, inner }) => ({
    name: attributes.name ?? "",
    type: "textarea",
    value: decoded(inner),
    options: [],
  }));
  const selects = elements(form, "select").map(({ attributes, inner }) => {
    const options = elements(inner, "option").map((option) => option.attributes);
    const chosen = options.find((option) => "selected" in option) ?? options[0];
    return { name: attributes.name ?? "", type: "select", value: chosen?.value ?? "", options: options.map(({ value = "" }) => value) };
  });
  const buttons = elements(form, "button").map(({ attributes: { name = "", value = "" } }) => ({
    name,
    type: "button",
    value,
    options: [],
  }));
  return [...inputs, ...areas, ...selects, ...buttons].filter(({ name }) => name !== "");
}

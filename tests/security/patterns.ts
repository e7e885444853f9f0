import ts from "typescript";

/** A regular expression of the sources. */
export interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression literal of a source, and every one that is made from a text that stands there. Others are named as unknown. */
export function patternsIn(path: string, text: string): { readonly known: Pattern[]; readonly unknown: string[] } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const known: Pattern[] = [];
  const unknown: string[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      known.push({ where, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const [made, flags] = node.arguments ?? [];
      const source = made && textOf(made);
      if (source === null || source === undefined) unknown.push(`${where} ${made?.getText() ?? ""}`);
      else known.push({ where, source, flags: (flags && textOf(flags)) ?? "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { known, unknown };
}

/** The text an expression stands for; a hole of a template counts as one word. */
function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `woord${literal.text}`).join("");
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "String.raw") return node.template.getText().slice(1, -1);
  return null;
}

/** A piece of a pattern as far as attacking it needs: texts it takes, and whether it may repeat for ever. */
interface Piece {
  readonly samples: readonly string[];
  readonly repeats: boolean;
  /** Ways into the pieces of a group: what comes before one that repeats, inside the group. */
  readonly inner: readonly Way[];
}
interface Way {
  readonly before: string;
  readonly pump: string;
}

const LETTERS = [..." \t\na0Az_-.,;:/\\\"'=<>()[]{}@+*&%#!?$^|~`é€\u0000\u00A0\u2028"];
const MANY = 20;

/** Reads a pattern from left to right. Only what attacking needs is understood; the rest is taken as nothing. */
class Reader {
  #at = 0;
  readonly ways: Way[] = [];
  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}

  /** All the alternatives up to a closing bracket or the end. */
  alternatives(): Piece {
    const samples: string[] = [];
    const inner: Way[] = [];
    do {
      const { sample, ways } = this.#sequence();
      samples.push(...sample);
      inner.push(...ways);
    } while (this.#take("|"));
    return { samples: samples.slice(0, 6), repeats: false, inner };
  }

  #sequence(): { sample: string[]; ways: Way[] } {
    let before = "";
    let others: string[] = [""];
    const ways: Way[] = [];
    while (this.#at < this.source.length && !"|)".includes(this.source[this.#at] ?? "")) {
      const piece = this.#quantified();
      for (const way of piece.inner) ways.push({ before: before + way.before, pump: way.pump });
      if (piece.repeats) for (const pump of piece.samples) if (pump !== "") ways.push({ before, pump });
      const first = piece.samples[0] ?? "";
      others = [...new Set([...others.map((text) => text + first), ...piece.samples.slice(1, 3).map((sample) => before + sample)])].slice(
        0,
        4,
      );
      before += first;
    }
    return { sample: [before, ...others.filter((text) => text !== before)], ways };
  }

  #quantified(): Piece {
    const atom = this.#atom();
    const rest = this.source.slice(this.#at);
    const [whole = "", , least, comma, most] = /^(\*|\+|\?|\{(\d+)(,?)(\d*)\})\??/.exec(rest) ?? [];
    if (whole === "") return atom;
    this.#at += whole.length;
    const endless = whole.startsWith("*") || whole.startsWith("+") || (comma === "," && most === "");
    const repeats = endless || Number(most || least) >= MANY;
    const times = Math.min(Number(least ?? 1) || 1, 80);
    return {
      samples: atom.samples.map((sample) => sample.repeat(times)),
      repeats,
      inner: [...atom.inner, ...(repeats ? both(atom.inner) : [])],
    };
  }

  #atom(): Piece {
    const sign = this.source[this.#at] ?? "";
    if (sign === "(") return this.#group();
    if (sign === "[") return this.#letters(this.#class());
    if (sign === "\\") return this.#escape();
    this.#at += 1;
    if (sign === "^" || sign === "$") return nothing;
    if (sign === ".") return { samples: ["a", " ", "\t"], repeats: false, inner: [] };
    return { samples: [sign], repeats: false, inner: [] };
  }

  #group(): Piece {
    const [head = "("] = /^\((\?(:|=|!|<=|<!|<\w+>))?/.exec(this.source.slice(this.#at)) ?? [];
    this.#at += head.length;
    const piece = this.alternatives();
    this.#take(")");
    // What looks aside takes nothing, but may repeat in itself.
    return /[=!]$/.test(head) ? { samples: [""], repeats: false, inner: piece.inner } : piece;
  }

  #class(): string {
    const from = this.#at;
    this.#at += 1;
    if (this.source[this.#at] === "^") this.#at += 1;
    while (this.#at < this.source.length && this.source[this.#at] !== "]") this.#at += this.source[this.#at] === "\\" ? 2 : 1;
    this.#at += 1;
    return this.source.slice(from, this.#at);
  }

  #escape(): Piece {
    const [whole = "\\"] = /^\\(u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]+\}|k<\w+>|.)/i.exec(this.source.slice(this.#at)) ?? [];
    this.#at += whole.length;
    return /^\\([bBk1-9])/.test(whole) ? nothing : this.#letters(whole);
  }

  /** Up to five letters that a class or an escape takes. */
  #letters(one: string): Piece {
    const test = new RegExp(`^${one}$`, this.flags.replace(/[gy]/g, ""));
    const own = [...one.replace(/\\/g, "")];
    const samples = [...new Set([...LETTERS, ...own])].filter((letter) => test.test(letter));
    return { samples: samples.length > 0 ? samples.slice(0, 5) : ["a"], repeats: false, inner: [] };
  }

  #take(sign: string): boolean {
    if (this.source[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}

const nothing: Piece = { samples: [""], repeats: false, inner: [] };
const both = (ways: readonly Way[]): Way[] => ways.map(({ before, pump }) => ({ before, pump: before + pump }));

/** Texts made to take a pattern long: a way in, something it repeats many times, and an end it does not like. */
export function attacksOn({ source, flags }: Pattern): { readonly before: string; readonly pump: string; readonly end: string }[] {
  const read = new Reader(source, flags).alternatives();
  const pumps = [...new Set(read.inner.map(({ pump }) => pump))];
  const ways = [
    ...read.inner,
    // Without an anchor the search begins again at every letter.
    ...pumps.map((pump) => ({ before: "", pump })),
    ...read.inner.flatMap(({ before }) => pumps.slice(0, 4).map((pump) => ({ before, pump }))),
    // What begins a match again and again, and never comes to its end.
    ...read.inner.map(({ before }) => ({ before: "", pump: before })),
    ...read.samples.slice(0, 2).map((pump) => ({ before: "", pump })),
  ];
  const unique = new Map(ways.filter(({ pump }) => pump !== "").map((way) => [JSON.stringify(way), way]));
  return [...unique.values()].slice(0, 60).flatMap((way) => ["", "\u0001", "!\n"].map((end) => ({ ...way, end })));
}

/** A run of words that both texts hold, or that one of them lacks. Joined, `same` and `added` runs give the newer text. */
export interface DiffPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Above this many pairs of words two texts are shown as replaced, rather than keep the server busy. */
const MAX_CELLS = 7_000_000;

function split(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** What changed between two texts, word by word, by longest common subsequence. Joined, `same` and `removed` runs give `before`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = split(before);
  const b = split(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const steps: [DiffPart["kind"], string][] = [
    ...a.slice(0, head).map((word): [DiffPart["kind"], string] => ["same", word]),
    ...middle(middleA, middleB),
    ...a.slice(a.length - tail).map((word): [DiffPart["kind"], string] => ["same", word]),
  ];
  return joined(steps);
}

function middle(a: readonly string[], b: readonly string[]): [DiffPart["kind"], string][] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_CELLS) {
    return [
      ...a.map((word): [DiffPart["kind"], string] => ["removed", word]),
      ...b.map((word): [DiffPart["kind"], string] => ["added", word]),
    ];
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: [DiffPart["kind"], string][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      steps.push(["same", left]);
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push(["removed", left]);
      i += 1;
    } else if (right !== undefined) {
      steps.push(["added", right]);
      j += 1;
    }
  }
  return steps;
}

function joined(steps: readonly [DiffPart["kind"], string][]): DiffPart[] {
  const parts: { kind: DiffPart["kind"]; text: string }[] = [];
  for (const [kind, text] of steps) {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  }
  return parts;
}

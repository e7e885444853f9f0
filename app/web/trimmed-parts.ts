import { streamOf } from "./stream-of";

/** How many bytes get through. */
interface Limits {
  /** Of one part, its headers included. */
  readonly partMost: number;
  /** Of the whole form, what was left aside included; more ends the stream with an error. */
  readonly totalMost: number;
}

/**
 * Passes a form in parts on, but of each part only its beginning: a file that is too large costs no memory, and what was typed
 * in the fields after it still arrives.
 */
export function trimmedParts(stream: ReadableStream<Uint8Array>, boundary: string, limits: Limits): ReadableStream<Uint8Array> {
  return streamOf(trim(stream, Buffer.from(`\r\n--${boundary}`, "latin1"), limits));
}

async function* trim(stream: ReadableStream<Uint8Array>, edge: Buffer, { partMost, totalMost }: Limits): AsyncGenerator<Uint8Array, void> {
  let rest: Buffer = Buffer.alloc(0);
  let passed = 0;
  let total = 0;
  /** The part of `bytes` that still fits. */
  const fitting = (bytes: Buffer): Buffer => {
    const room = Math.max(0, partMost - passed);
    passed += bytes.length;
    return bytes.subarray(0, room);
  };
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > totalMost) throw new TooMuch();
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(edge); at >= 0; at = rest.indexOf(edge)) {
      const before = fitting(rest.subarray(0, at));
      if (before.length > 0) yield before;
      yield edge;
      passed = 0;
      rest = rest.subarray(at + edge.length);
    }
    // The end of a chunk may hold the beginning of an edge.
    const sure = Math.max(0, rest.length - edge.length + 1);
    const before = fitting(rest.subarray(0, sure));
    if (before.length > 0) yield before;
    rest = rest.subarray(sure);
  }
  const last = fitting(rest);
  if (last.length > 0) yield last;
}

/** The form weighs more than a form may. */
export class TooMuch extends Error {
  constructor() {
    super("the form is too large");
    this.name = "TooMuch";
  }
}

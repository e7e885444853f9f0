/** A file that goes along, with where its bytes lie. */
interface Along {
  readonly id: string;
  readonly storageKey: string;
}

/**
 * What is kept of a person as one JSON text, with the bytes of their files at the end in base64 under `fileContents`, by id. A file at a
 * time is in memory, however many there are.
 */
export function exportStream(
  kept: Readonly<Record<string, unknown>>,
  files: readonly Along[],
  read: (storageKey: string) => Promise<Uint8Array | null>,
): ReadableStream<Uint8Array> {
  const texts = exportTexts(kept, files, read);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

async function* exportTexts(kept: object, files: readonly Along[], read: (storageKey: string) => Promise<Uint8Array | null>) {
  const whole = JSON.stringify({ ...kept, fileContents: {} }, null, 2);
  const end = whole.lastIndexOf("{}");
  yield whole.slice(0, end + 1);
  let first = true;
  for (const { id, storageKey } of files) {
    const bytes = await read(storageKey);
    if (bytes === null) continue;
    yield `${first ? "" : ","}\n    ${JSON.stringify(id)}: "${Buffer.from(bytes).toString("base64")}"`;
    first = false;
  }
  yield `${first ? "" : "\n  "}${whole.slice(end + 1)}`;
}

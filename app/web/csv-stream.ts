import type { Cell } from "./csv";
import { csvOf, csvRows } from "./csv";

/** Rows as a CSV file, a page in memory at a time, made as fast as it is read. */
export function csvStream<T>(
  head: readonly Cell[],
  pages: AsyncGenerator<readonly T[]>,
  cells: (row: T) => readonly Cell[],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(csvOf([head])));
    },
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(csvRows(value.map(cells))));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}

/** The code printed on a paper sheet: the number of the entry and the end of the assignment's id. Should two ever share it, the page lists both. */
export function sheetCode({ number, assignmentId }: { readonly number: number; readonly assignmentId: string }): string {
  return `${number}-${assignmentId.slice(-5).toUpperCase()}`;
}

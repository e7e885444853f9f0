/** How wide letters are in the typeface of the house, in parts of their size; a little too wide rather than too narrow. */
function widthOf(letter: string): number {
  if (/[iljtfrI.,:;'’|!()[\]\s-]/.test(letter)) return 0.33;
  if (/[mwMW@%&—]/.test(letter)) return 0.86;
  if (/[A-Z0-9À-Þ]/.test(letter)) return 0.62;
  return letter.charCodeAt(0) > 0x2e80 ? 1 : 0.53;
}

const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

/** Pieces of a word that each fit a line. */
function pieces(word: string, most: number): string[] {
  const cut: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && textWidth(piece + letter) > most) {
      cut.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return piece === "" ? cut : [...cut, piece];
}

/**
 * A text in lines of at most `width` units at a letter size, `most` lines at most; what does not fit ends in "…". Words too long for a
 * line are cut.
 */
export function wrapped(
  text: string,
  { width, size, most }: { readonly width: number; readonly size: number; readonly most: number },
): string[] {
  const room = width / size;
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => pieces(word, room));
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`) <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  let end = shown.at(-1) ?? "";
  while (end !== "" && textWidth(`${end}…`) > room) end = [...end].slice(0, -1).join("");
  return [...shown.slice(0, -1), `${end.trimEnd()}…`];
}

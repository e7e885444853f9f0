/** Letters and digits that are not taken for one another. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 20;
const GROUP = 5;

/** The code of a certificate from as many random bytes as it has letters: five bits each, a hundred in all. */
export function codeFrom(random: Uint8Array): string {
  return [...random.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length] ?? "").join("");
}
export const CODE_BYTES = LENGTH;

/** The code as it stands on paper, in groups. */
export function codeOnPaper(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}

/** A code as somebody typed it: small letters, spaces and look-alikes set right; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed.slice(0, 64).toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? plain : null;
}

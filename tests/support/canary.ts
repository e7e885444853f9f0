import { expect } from "vitest";

let counter = 0;

/** A word that stands nowhere else; put it where it may leak, then look for it. */
export function canary(label: string): string {
  counter += 1;
  return `kanarie${label.replace(/[^a-z0-9]/gi, "")}${counter}q${(counter * 7919 + 104_729).toString(36)}z`;
}

/** The shapes in which a secret leaves: as it is, folded, encoded for an address, in base64, in hex. */
function shapes(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  // Base64 of a part of a longer text depends on where the part begins; two whole groups inside it do not.
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift, " "), bytes]).toString("base64url");
    return encoded.slice(shift === 0 ? 0 : 4, Math.floor((bytes.length + shift) / 3) * 4);
  });
  return [secret, secret.toLowerCase(), secret.toUpperCase(), encodeURIComponent(secret), bytes.toString("hex"), ...shifted];
}

function textOf(output: unknown): string {
  if (typeof output === "string") return output;
  if (Buffer.isBuffer(output)) return output.toString("latin1") + output.toString("utf8");
  const seen = new Set<unknown>();
  return (
    JSON.stringify(output, (_key, value: unknown) => {
      if (typeof value === "bigint") return value.toString();
      if (value instanceof Map || value instanceof Set) return [...value];
      if (value instanceof Error) return { ...value, name: value.name, message: value.message };
      if (typeof value === "object" && value !== null) {
        if (seen.has(value)) return "[again]";
        seen.add(value);
      }
      return value;
    }) ?? ""
  );
}

/** Which of the secrets stand in an output (text, bytes or any value), in whatever shape. */
export function leaksIn(output: unknown, secrets: readonly string[]): string[] {
  const plain = textOf(output);
  const text = plain.replace(/\+/g, "-").replace(/\//g, "_") + plain;
  return secrets.filter((secret) => shapes(secret).some((shape) => shape.length > 0 && text.includes(shape)));
}

/** Fails when one of the secrets stands in the output. */
export function expectHidden(output: unknown, ...secrets: string[]): void {
  expect(leaksIn(output, secrets), "what should be hidden stands in the output").toEqual([]);
}

/** Fails when one of the secrets is not in the output: shows that the canary could sing. */
export function expectShown(output: unknown, ...secrets: string[]): void {
  expect(leaksIn(output, secrets), "what should be shown is not in the output").toEqual(secrets);
}

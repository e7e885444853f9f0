import { z } from "zod";
import { count } from "../form-parts";
import type { FileVerdict, RedactInput } from "./redact-entry";
import { FILE_VERDICTS } from "./redact-entry";

/** Shapes of what the pages about blind rounds send; messages are keys of the catalogue. */

/** `setBlind(ctx, …)`. */
export const blindForm = z.object({ round: count, blind: z.enum(["on", "off"], { error: "error.field.choice" }) });

/** `redactEntry(ctx, …)`: what the page holds; the rest is read by `redactedIn`. */
export const redactForm = z.object({ version: count, revision: count });

const KEY = "title|pitch|description|problem|done|next|q\\d{1,3}";
const NAME = new RegExp(`^(text|verdict|link)\\.(${KEY})$`);

/**
 * What a form says of a copy: fields `text.KEY`, of which an empty one is a text of nothing, `link.KEY` for each link that may be read,
 * and `verdict.KEY` for files; a verdict that is none is left aside, so that the file is withheld.
 */
export function redactedIn(form: FormData): Pick<RedactInput, "texts" | "links" | "files"> {
  const texts: [string, string][] = [];
  const links: string[] = [];
  const files: [string, FileVerdict][] = [];
  for (const [name, value] of form) {
    const [, what, key] = NAME.exec(name) ?? [];
    if (key === undefined || typeof value !== "string") continue;
    if (what === "text") texts.push([key, value]);
    if (what === "link" && value === "on") links.push(key);
    const verdict = what === "verdict" ? FILE_VERDICTS.find((one) => one === value) : undefined;
    if (verdict !== undefined) files.push([key, verdict]);
  }
  return { texts: Object.fromEntries(texts), links, files: Object.fromEntries(files) };
}

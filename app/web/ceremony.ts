import { pressForm } from "~/domain/awards/ceremony/forms";
import { blackenShow, clockShow, endShow, startShow } from "~/domain/awards/ceremony/run-show";
import { stepShow } from "~/domain/awards/ceremony/step-show";
import { DomainError } from "~/domain/kernel/errors";
import type { MessageKey } from "~/locales/translate";
import { parseForm } from "./forms";
import type { WriteArgs } from "./route";

/** Runs what was pressed, on the screen or on the organiser's own phone; what has to be said about it, if anything. */
export async function pressed(
  { ctx, form, intent }: Pick<WriteArgs, "ctx" | "form" | "intent">,
  editionSlug: string,
): Promise<MessageKey | null> {
  switch (intent) {
    case "start":
      await startShow(ctx, { editionSlug });
      return null;
    case "next":
    case "back": {
      const parsed = parseForm(form, pressForm);
      if (!parsed.ok) throw new DomainError("invalid");
      const { published } = await stepShow(ctx, { editionSlug, by: intent === "next" ? 1 : -1, from: parsed.value });
      if (published === "no") return null;
      return published === "now" ? "ceremony.published" : "ceremony.not_published";
    }
    case "black":
    case "light":
      await blackenShow(ctx, { editionSlug, black: intent === "black" });
      return null;
    case "restart":
    case "more":
      await clockShow(ctx, { editionSlug, do: intent });
      return null;
    case "end":
      await endShow(ctx, { editionSlug });
      return null;
    default:
      throw new DomainError("invalid");
  }
}

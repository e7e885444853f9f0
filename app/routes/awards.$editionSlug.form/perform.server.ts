import { redirect } from "@remix-run/node";
import type { FormChange } from "~/domain/awards/change-form";
import { changeForm } from "~/domain/awards/change-form";
import { optionsFrom } from "~/domain/awards/form-options";
import { fieldForm } from "~/domain/awards/forms";
import type { FormPage } from "~/domain/awards/queries-form";
import { isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { orderChange } from "~/web/order";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page of the form. Each question has a form of its own: the intent names it. */
export async function perform(args: Args, page: FormPage) {
  const { form, intent } = args;
  const key = String(form.get("key") ?? "");
  const known = page.fields.find((field) => field.key === key);
  switch (intent.split(":")[0]) {
    case "add":
    case "save":
      return save(args, page, known);
    default: {
      const asked = orderChange(intent);
      return change(args, page, { ...asked, key }, asked.do === "move" ? "edition.form.moved" : "edition.form.removed");
    }
  }
}

async function save(args: Args, page: FormPage, known: FormPage["fields"][number] | undefined) {
  const { form } = args;
  const parsed = parseForm(form, fieldForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { kind, label, help, required, wordsMax, options, categories, audience } = parsed.value;
  const field = {
    kind: known?.kind ?? kind ?? "text",
    label: inAll(label),
    help,
    required: required === "on",
    wordsMax: wordsMax ?? null,
    options: optionsFrom(options, known?.options ?? []),
    categories: categories ?? [],
    audience,
  };
  try {
    return await change(args, page, { do: "save", key: known?.key, field }, "edition.form.saved");
  } catch (thrown) {
    const name = isDomainError(thrown) && thrown.code === "invalid" ? String(thrown.params.field) : "";
    const message = WRONG[name.split(".")[0] ?? ""];
    if (message === undefined) throw thrown;
    return refuseForm(replyTo(form, { fields: { [name]: [{ key: message }] } }));
  }
}

const WRONG: Readonly<Record<string, Toast["key"]>> = {
  label: "edition.field.label_wrong",
  help: "edition.field.help_wrong",
  options: "edition.field.options_wrong",
  wordsMax: "edition.field.words_wrong",
};

/** A language that is left out takes the text of the first that is there. */
function inAll({ nl, fr, en }: { nl: string; fr: string; en: string }) {
  const first = [nl, fr, en].find((text) => text.trim() !== "") ?? "";
  const or = (text: string): string => (text.trim() === "" ? first : text);
  return { nl: or(nl), fr: or(fr), en: or(en) };
}

async function change({ ctx }: Args, { edition }: FormPage, what: FormChange, key: Toast["key"]) {
  await changeForm(ctx, { editionSlug: edition.slug, change: what });
  setToast(ctx.web, { key });
  return redirect(`/awards/${edition.slug}/form`, 303);
}

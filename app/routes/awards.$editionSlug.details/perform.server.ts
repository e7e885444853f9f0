import { redirect } from "@remix-run/node";
import type { CategoryChange } from "~/domain/awards/editions/change-category";
import { changeCategory } from "~/domain/awards/editions/change-category";
import { editEdition } from "~/domain/awards/editions/edit-edition";
import { categoryForm, editionForm } from "~/domain/awards/editions/forms";
import type { EditionDetails } from "~/domain/awards/editions/queries";
import { besideField } from "~/web/beside";
import { parseForm } from "~/web/forms";
import { orderChange } from "~/web/order";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page of name and categories. Each category has a form of its own: the intent names it. */
export async function perform(args: Args, page: EditionDetails) {
  const { form, intent } = args;
  const code = String(form.get("code") ?? "");
  switch (intent.split(":")[0]) {
    case "edit":
      return edit(args, page);
    case "add":
    case "save": {
      const parsed = parseForm(form, categoryForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const which = intent === "add" ? {} : { code };
      return besideField(form, () => change(args, page, { do: "save", ...which, ...parsed.value }), wordsOf);
    }
    default:
      return change(args, page, { ...orderChange(intent), code });
  }
}

async function edit(args: Args, page: EditionDetails) {
  const parsed = parseForm(args.form, editionForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  return besideField(
    args.form,
    async () => {
      await editEdition(args.ctx, { editionSlug: page.edition.slug, ...parsed.value });
      return done(args, page);
    },
    wordsOf,
  );
}

async function change(args: Args, page: EditionDetails, what: CategoryChange) {
  await changeCategory(args.ctx, { editionSlug: page.edition.slug, change: what });
  return done(args, page);
}

function done({ ctx }: Args, { edition }: EditionDetails) {
  setToast(ctx.web, { key: "editor.saved" });
  return redirect(`/awards/${edition.slug}/details`, 303);
}

const WRONG: Readonly<Record<string, Toast["key"]>> = {
  name: "editor.name_wrong",
  about: "error.field.invalid",
  theme: "error.field.required",
  jurorsPerEntry: "editor.jurors_wrong",
};
const wordsOf = (field: string, code: string): Toast["key"] | undefined =>
  code === "invalid" ? WRONG[field.split(".")[0] ?? ""] : undefined;

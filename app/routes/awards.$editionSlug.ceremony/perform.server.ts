import { redirect } from "@remix-run/node";
import { beginNextPhase } from "~/domain/awards/begin-next-phase";
import type { SheetChange } from "~/domain/awards/ceremony/change-run-sheet";
import { changeRunSheet } from "~/domain/awards/ceremony/change-run-sheet";
import { addItemForm, itemForm } from "~/domain/awards/ceremony/forms";
import { makeRunSheet } from "~/domain/awards/ceremony/make-run-sheet";
import { rewindShow } from "~/domain/awards/ceremony/run-show";
import { pressed } from "~/web/ceremony";
import { parseForm } from "~/web/forms";
import { orderChange } from "~/web/order";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page of the evening. Each item has a form of its own: the intent names it. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  const id = String(form.get("id") ?? "");
  switch (intent.split(":")[0]) {
    case "make":
      await makeRunSheet(ctx, { editionSlug });
      return said(args, editionSlug, "ceremony.made");
    case "add": {
      const parsed = parseForm(form, addItemForm);
      return parsed.ok ? change(args, editionSlug, { do: "add", item: parsed.value }, "ceremony.added") : refuseForm(parsed.reply);
    }
    case "save": {
      const parsed = parseForm(form, itemForm);
      return parsed.ok ? change(args, editionSlug, { do: "save", ...parsed.value }, "ceremony.saved") : refuseForm(parsed.reply);
    }
    case "up":
    case "down":
    case "remove": {
      const asked = orderChange(intent);
      return change(args, editionSlug, { ...asked, id }, asked.do === "move" ? "ceremony.moved" : "ceremony.removed");
    }
    case "draw":
      return change(args, editionSlug, { do: "draw" }, "ceremony.drawn");
    case "publishes":
      return change(args, editionSlug, { do: "publishes", on: form.get("on") === "on" }, "ceremony.saved");
    case "lock":
      // The lock of the jury is the end of its phase, here as everywhere.
      await beginNextPhase(ctx, { editionSlug, from: String(form.get("from") ?? "") });
      return said(args, editionSlug, "ceremony.locked_now");
    case "rewind":
      await rewindShow(ctx, { editionSlug });
      return said(args, editionSlug, "ceremony.rewound");
    default: {
      const key = await pressed(args, editionSlug);
      if (key) setToast(ctx.web, { key });
      return redirect(`/awards/${editionSlug}/ceremony`, 303);
    }
  }
}

function said({ ctx }: Args, slug: string, key: Toast["key"]) {
  setToast(ctx.web, { key });
  return redirect(`/awards/${slug}/ceremony`, 303);
}

async function change(args: Args, editionSlug: string, what: SheetChange, key: Toast["key"]) {
  await changeRunSheet(args.ctx, { editionSlug, change: what });
  return said(args, editionSlug, key);
}

import { z } from "zod";
import { unlinkOidc } from "~/domain/identity/oidc/unlink-oidc";
import { removePasskey } from "~/domain/identity/passkeys/remove-passkey";
import { renamePasskey } from "~/domain/identity/passkeys/rename-passkey";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { deviceName, keepPasskey } from "~/web/passkeys";
import { notLookedThrough } from "~/web/proof";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

async function rename({ ctx, form }: Args) {
  const parsed = parseForm(form, z.object({ id: z.string(), name: deviceName }));
  if (!parsed.ok) return refuseForm(parsed.reply);
  await renamePasskey(ctx, parsed.value);
  setToast(ctx.web, { key: "keys.renamed" });
  return null;
}

/** Does what the person asked of their passkeys and links; null when it is done, else the answer that says why not. */
export async function perform(args: Args) {
  const { request, form, intent } = args;
  const ctx = notLookedThrough(args.ctx);
  switch (intent) {
    case "add": {
      const refused = await keepPasskey(ctx, request, form);
      if (!refused) setToast(ctx.web, { key: "keys.added" });
      return refused;
    }
    case "rename":
      return rename(args);
    case "remove":
      await removePasskey(ctx, String(form.get("id") ?? ""));
      setToast(ctx.web, { key: "keys.removed" });
      return null;
    case "unlink":
      await unlinkOidc(ctx, String(form.get("id") ?? ""));
      setToast(ctx.web, { key: "keys.oidc.unlinked" });
      return null;
    default:
      throw new DomainError("invalid");
  }
}

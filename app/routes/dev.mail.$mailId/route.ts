import { keptMail } from "~/domain/notifications/queries";
import { DomainError } from "~/domain/kernel/errors";
import { defineLoader } from "~/web/route";

/** The HTML of a kept mail as a file: shown inside a page it could act as that page. */
export const loader = defineLoader(async ({ ctx, params }) => {
  if (ctx.web.env.SMTP_URL !== undefined) throw new DomainError("not_found");
  const mail = await keptMail({ db: ctx.store.db, actor: ctx.actor }, params.mailId ?? "");
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="mail-${mail.id}.html"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
      Vary: "Cookie",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

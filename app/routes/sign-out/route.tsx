import { redirect } from "@remix-run/node";
import { defineAction } from "~/web/route";
import { setToast } from "~/web/toast";

export const loader = () => redirect("/");

/** Ends this browser's session. */
export const action = defineAction(async ({ ctx, request }) => {
  ctx.web.appendHeader("Set-Cookie", await ctx.web.sessions.end(request.headers.get("Cookie")));
  ctx.web.appendHeader("Clear-Site-Data", '"cache"');
  setToast(ctx.web, { key: "sign.out.done" });
  return redirect("/", 303);
});

/** Nobody sees it; with it, what goes wrong is told on a page. */
export default function SignOut() {
  return null;
}

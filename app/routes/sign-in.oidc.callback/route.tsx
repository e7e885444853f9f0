import { backFromOidc } from "~/web/oidc";
import { defineLoader } from "~/web/route";

/** Where the other service sends people back to. */
export const loader = defineLoader(({ ctx, request }) => backFromOidc(ctx, request));

/** Never shown, but by its error page. */
export default function Arriving() {
  return null;
}

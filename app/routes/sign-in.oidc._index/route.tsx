import { goToOidc } from "~/web/oidc";
import { defineLoader } from "~/web/route";

/** On to the other service. A GET, since a form may not lead away from our pages; it changes nothing of anybody. */
export const loader = defineLoader(({ ctx }) => goToOidc(ctx));

/** Never shown, but by its error page. */
export default function Leaving() {
  return null;
}

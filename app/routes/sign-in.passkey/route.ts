import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { askForPasskey } from "~/web/passkeys";
import { defineAction } from "~/web/route";

export const loader = () => redirect("/sign-in");

const ask = defineAction(({ ctx, intent, form }) => askForPasskey(ctx, intent, form));

/** What a script of our own pages asks before it calls the browser for a passkey: to sign in by, or a new one. */
export const action = async (args: ActionFunctionArgs): Promise<Response> => {
  const answer = await ask(args);
  if (answer instanceof Response) return answer;
  // A route without a page loses the status of a refused form.
  return new Response(null, { status: answer.init?.status ?? 400, headers: { "Cache-Control": "no-store" } });
};

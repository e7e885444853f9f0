import { redirect } from "@remix-run/node";
import { askForPasskey } from "~/web/passkeys";
import { defineAction } from "~/web/route";

export const loader = () => redirect("/sign-in");

/** What a script of our own pages asks before it calls the browser for a passkey: to sign in by, or a new one. */
export const action = defineAction(({ ctx, intent }) => askForPasskey(ctx, intent));

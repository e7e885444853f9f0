import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { requireAdmin } from "~/domain/administration/guard";
import type { Person } from "~/domain/kernel/actor";
import type { WebCtx } from "./ctx";
import type { ReadArgs, WriteArgs } from "./route";
import { definePersonAction, definePersonLoader } from "./route";
import type { Toast } from "./toast";
import { setToast } from "./toast";

export type AdminCtx = WebCtx & { readonly actor: Person };

/** Makes a loader for admins: a visitor is sent to sign in, for everybody else the page does not exist. */
export function defineAdminLoader<T>(read: (args: ReadArgs<AdminCtx>) => Promise<T>): (args: LoaderFunctionArgs) => Promise<T> {
  return definePersonLoader((args) => {
    requireAdmin(args.ctx);
    return read(args);
  });
}

/** As `defineAdminLoader`, for acts. */
export function defineAdminAction<T>(
  write: (args: WriteArgs<AdminCtx>) => Promise<T>,
): (args: ActionFunctionArgs) => ReturnType<ReturnType<typeof definePersonAction<T>>> {
  return definePersonAction((args) => {
    requireAdmin(args.ctx);
    return write(args);
  });
}

/** The page with a word of success. */
export function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

/** An address with these parameters; empty ones are left out. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const kept = Object.entries(parameters).filter((entry): entry is [string, string] => (entry[1] ?? "") !== "");
  const query = new URLSearchParams(kept).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** A parameter of the address, cut to a length; empty when absent. */
export function asked(ctx: WebCtx, name: string, max = 100): string {
  return (ctx.url.searchParams.get(name) ?? "").slice(0, max);
}

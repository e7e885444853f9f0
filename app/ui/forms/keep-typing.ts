import type { ClientActionFunctionArgs } from "@remix-run/react";
import type { Reply } from "./reply";

/** What a form hears when its request did not reach the server. */
export interface Lost {
  readonly reply: Reply | null;
  readonly lost: true;
}

/**
 * The browser's side of an action whose page holds long texts: a request that does not arrive leaves the page and all
 * that is typed in it, where Remix would show the error page instead.
 */
export async function keepTyping({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    const intent = String(form.get("intent") ?? "");
    return { reply: intent === "autosave" ? null : replyOf(form, intent), lost: true } satisfies Lost;
  }
}

function replyOf(form: FormData, intent: string): Reply {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string") (values[name] ??= []).push(value);
  return { intent, values, fields: {}, form: [{ key: "saved.failed" }] };
}

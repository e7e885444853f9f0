import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { Person } from "~/domain/kernel/actor";
import { isPerson } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import type { RateRule } from "~/infra/rate-limit";
import { troubleOf } from "~/infra/trouble";
import type { WebCtx } from "./ctx";
import { closedToBorrower } from "./borrowed";
import { ctxOf, requireSignIn } from "./ctx";
import { typedValues } from "./forms";
import { messageFor, refuseBy, STATUS_OF } from "./respond";

export interface ReadArgs<C extends WebCtx = WebCtx> {
  readonly ctx: C;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly request: Request;
}
export interface WriteArgs<C extends WebCtx = WebCtx> extends ReadArgs<C> {
  readonly form: FormData;
  readonly intent: string;
}
type SignedIn = WebCtx & { readonly actor: Person };

/** When trying again may help. */
const TROUBLE_SECONDS = 10;

/** A refusal of the domain, or what people are told when the database or the disk cannot do its work; null for a fault of ours. */
function refusalOf(thrown: unknown, { web }: WebCtx): DomainError | null {
  if (isDomainError(thrown)) return thrown;
  const trouble = troubleOf(thrown);
  if (trouble === null) return null;
  web.log.error({ err: thrown, trouble }, "refused: the database or the disk could not do it");
  web.appendHeader("Retry-After", String(TROUBLE_SECONDS));
  return new DomainError(trouble);
}

/** Ends a loader with the page of a refusal. A visitor who needs an account is sent to sign in. */
function throwAsPage(thrown: unknown, ctx: WebCtx): never {
  const refusal = refusalOf(thrown, ctx);
  if (!refusal) throw thrown;
  if (refusal.code === "sign_in_needed") requireSignIn(ctx);
  // Nothing was typed into a page that is only read.
  const message = refusal === thrown ? messageFor(refusal) : { key: "error.page.busy" as const };
  throw data(message, { status: STATUS_OF[refusal.code] });
}

/** Makes a loader: builds the context and turns the domain's refusals into pages with their status. `shell`: what stands around every page. */
export function defineLoader<T>(read: (args: ReadArgs) => Promise<T>, part?: "shell"): (args: LoaderFunctionArgs) => Promise<T> {
  return async (args) => {
    const ctx = await ctxOf(args);
    try {
      if (part !== "shell" && closedToBorrower(ctx, args.request.method)) throw new DomainError("impersonating");
      return await read({ ctx, params: args.params, request: args.request });
    } catch (thrown) {
      return throwAsPage(thrown, ctx);
    }
  };
}

/** As `defineLoader`, for pages that need an account. */
export function definePersonLoader<T>(read: (args: ReadArgs<SignedIn>) => Promise<T>): (args: LoaderFunctionArgs) => Promise<T> {
  return defineLoader((args) => read({ ...args, ctx: requireSignIn(args.ctx) }));
}

/**
 * Forms send each line end as two characters, which would count twice against a limit, and PostgreSQL takes no NUL in a text.
 */
function asTyped(sent: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of sent) {
    if (typeof value === "string") form.append(name, value.replace(/\r\n?/g, "\n").replaceAll("\0", ""));
    else form.append(name, value);
  }
  return form;
}

/** Tells whether the browser itself asks (no JavaScript), and so shows whatever is answered. */
function isDocument(request: Request): boolean {
  return (request.headers.get("Accept") ?? "").includes("text/html");
}

/** The texts somebody wrote in a form, long enough to miss them. */
function writtenTexts(form: FormData): string[] {
  return Object.values(typedValues(form))
    .flat()
    .filter((text) => /\s/.test(text.trim()));
}

/** Reads the body of a form. */
type ReadForm = (args: ActionFunctionArgs, ctx: WebCtx) => Promise<FormData>;

const wholeForm: ReadForm = ({ request }) => request.formData();

async function formOf(read: () => Promise<FormData>): Promise<FormData> {
  try {
    return asTyped(await read());
  } catch (thrown) {
    // An answer of its own, such as that it is too large.
    if (isAnswer(thrown)) throw thrown;
    // Odd bodies make the parser throw: a wrong boundary, a broken file name, a cut-off upload.
    throw data({ key: "error.bad_form" as const }, { status: 400 });
  }
}

/** What `data` makes: an answer with a status, thrown for the error page. */
const isAnswer = (thrown: unknown): boolean => typeof thrown === "object" && thrown !== null && "init" in thrown && "data" in thrown;

/**
 * Makes an action: parses the body safely, runs, wakes the job runner and turns refusals of the domain into
 * the same page with everything typed still there; what may not be seen stays a 404.
 */
export function defineAction<T>(
  write: (args: WriteArgs) => Promise<T>,
  readForm: ReadForm = wholeForm,
): (args: ActionFunctionArgs) => Promise<T | ReturnType<typeof refuseBy>> {
  return async (args) => {
    const ctx = await ctxOf(args);
    // Before the body is read: an upload would have begun to be kept.
    if (closedToBorrower(ctx, args.request.method)) return throwAsPage(new DomainError("impersonating"), ctx);
    const form = await formOf(() => readForm(args, ctx));
    const intent = form.get("intent");
    try {
      const answer = await write({
        ctx,
        params: args.params,
        request: args.request,
        form,
        intent: typeof intent === "string" ? intent : "",
      });
      args.context.pokeJobs();
      return answer;
    } catch (thrown) {
      const refusal = refusalOf(thrown, ctx);
      if (!refusal) throw thrown;
      if (refusal.code === "not_found") return throwAsPage(refusal, ctx);
      if (refusal.code === "sign_in_needed" && isDocument(args.request)) {
        // The page behind this form needs an account too, so its loader would send the visitor away from what they typed.
        throw data({ ...messageFor(refusal), typed: writtenTexts(form) }, { status: STATUS_OF.sign_in_needed });
      }
      if (refusal !== thrown && form.has("bare"))
        throw data({ key: "error.page.not_kept" as const, back: true }, { status: STATUS_OF[refusal.code] });
      if (refusal.code === "too_many") args.context.appendHeader("Retry-After", String(refusal.params.seconds ?? 60));
      return refuseBy(refusal, form);
    }
  };
}

/** As `defineAction`, for acts that need an account. */
export function definePersonAction<T>(write: (args: WriteArgs<SignedIn>) => Promise<T>) {
  return defineAction((args) => {
    if (!isPerson(args.ctx.actor)) throw new DomainError("sign_in_needed");
    return write({ ...args, ctx: args.ctx as SignedIn });
  });
}

/** Counts one try under a rate rule; refuses with "too_many" and the wait. */
export async function limitRate(ctx: WebCtx, rule: RateRule, account?: string): Promise<void> {
  const answer = await ctx.web.rateLimit.check(rule, { account, ip: ctx.web.ip });
  if (answer.allowed) return;
  const wait = answer.retryAfterSeconds;
  throw new DomainError("too_many", { seconds: wait, minutes: Math.max(1, Math.ceil(wait / 60)) });
}

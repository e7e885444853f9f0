import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import type { Locale } from "~/domain/kernel/actor";
import { CATALOGUES } from "~/locales";
import { SpeechProvider } from "~/ui/i18n";
import type { Keep } from "~/ui/kit/Kept";
import { KeepContext } from "~/ui/kit/Kept";
import { NonceProvider } from "~/ui/nonce";
import { isLocale, negotiateLocale } from "~/web/locale";

const RENDER_LIMIT_MS = 10_000;
/** Milliseconds that promises in the data of a page may take: there are none, and until then the data of each page stays in memory. */
export const streamTimeout = 50;
/** Letters of markup that are kept, in all. */
const KEPT_MOST = 16_000_000;

/** Keeps markup by its key; when there is too much of it, it starts anew. */
function keeper(): Keep {
  const kept = new Map<string, string>();
  let letters = 0;
  return (key, element) => {
    let markup = kept.get(key);
    if (markup === undefined) {
      markup = renderToString(element);
      letters += key.length + markup.length;
      if (letters > KEPT_MOST) {
        kept.clear();
        letters = key.length + markup.length;
      }
      kept.set(key, markup);
    }
    return markup;
  };
}
const keep = keeper();

function localeOf(remix: EntryContext, request: Request): Locale {
  const root = remix.staticHandlerContext.loaderData?.root as { locale?: unknown } | undefined;
  return isLocale(root?.locale) ? root.locale : negotiateLocale(request);
}

/** A page that ends in an error has the status of that error, also when an action answered something before its loader refused. */
function statusOf(remix: EntryContext, status: number): number {
  const thrown: unknown = Object.values(remix.staticHandlerContext.errors ?? {})[0];
  return isRouteErrorResponse(thrown) ? thrown.status : status;
}

/** React 18 leaves zero bytes behind where a letter of several bytes does not fit into its buffer; no page of ours holds any. */
function withoutZeros(page: Buffer): Uint8Array<ArrayBuffer> {
  return page.includes(0) ? new Uint8Array(page.filter((byte) => byte !== 0)) : new Uint8Array(page);
}

/** Renders a page whole and answers it in one piece: streaming in small parts costs more than it gives. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(remix, request);
  const pageStatus = statusOf(remix, status);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  // A page kept for every visitor has no nonce: its inline scripts are named by hash.
  const nonce = context.nonce || undefined;
  return new Promise((resolve, reject) => {
    const page = (
      <NonceProvider nonce={nonce}>
        <KeepContext.Provider value={keep}>
          <SpeechProvider locale={locale} catalogue={CATALOGUES[locale]}>
            <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={RENDER_LIMIT_MS} />
          </SpeechProvider>
        </KeepContext.Provider>
      </NonceProvider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const parts: Buffer[] = [];
        const whole = new Writable({
          write(part: Buffer, _encoding, done) {
            parts.push(part);
            done();
          },
          final(done) {
            clearTimeout(limit);
            resolve(new Response(withoutZeros(Buffer.concat(parts)), { status: pageStatus, headers }));
            done();
          },
        });
        pipe(whole);
      },
      onShellError(thrown) {
        clearTimeout(limit);
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      },
      onError(thrown) {
        context.log.error({ err: thrown, requestId: context.requestId }, "page failed to render");
      },
    });
    const limit = setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
}

/** Logs what a loader or action threw unexpectedly; the person gets the error page with the request id. */
export function handleError(thrown: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // An address nobody serves is the visitor's slip, not a failure of ours.
  if (request.signal.aborted || (isRouteErrorResponse(thrown) && thrown.status < 500)) return;
  context.log.error({ err: thrown, requestId: context.requestId }, "request failed");
}

import "@mantine/core/styles/default-css-variables.css";
import "./ui/mantine.css";
import "@fontsource-variable/bricolage-grotesque/wght.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "./ui/theme.css";
import bricolage from "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url";
import sourceSans from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import { ColorSchemeScript, MantineProvider } from "@mantine/core";
import type { LinksFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import type { Message } from "./locales/translate";
import { unlessAutosave } from "./ui/forms/unless-autosave";
import { useLocale, useT } from "./ui/i18n";
import { ButtonLink } from "./ui/kit/Button";
import { Page } from "./ui/kit/Page";
import { useNonce } from "./ui/nonce";
import { usePageTitle } from "./ui/page-title";
import { Shell } from "./ui/shell/Shell";
import { theme } from "./ui/theme";
import { VenueContext } from "./ui/when";
import { readShell } from "./web/shell";

export const loader = readShell;

export const shouldRevalidate = unlessAutosave;

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icons/icon-180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "preload", href: sourceSans, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "preload", href: bricolage, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
];

const NOBODY = { signedIn: false, organises: false, rolesWait: false, unread: 0, eyesOf: null };

/** The document around every page, error pages included. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const locale = useLocale();
  const title = usePageTitle();
  const shell = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={locale} data-mantine-color-scheme="light" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#FAF6EC" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0E1712" media="(prefers-color-scheme: dark)" />
        <title>{title}</title>
        <Meta />
        <Links />
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          withCssVariables={false}
          withGlobalClasses={false}
          deduplicateCssVariables={false}
          getStyleNonce={() => nonce ?? ""}
        >
          <VenueContext.Provider value={shell ?? { now: "1970-01-01T00:00:00.000Z", zone: "Europe/Brussels" }}>
            <Shell looker={shell?.looker ?? NOBODY} toast={shell?.toast ?? null} notices={shell?.notices ?? []}>
              {children}
            </Shell>
          </VenueContext.Provider>
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The one place where a page that cannot be shown ends. */
export function ErrorBoundary() {
  const t = useT();
  const thrown = useRouteError();
  const { pathname } = useLocation();
  const shell = useRouteLoaderData<typeof loader>("root");
  if (isRouteErrorResponse(thrown)) {
    const message = thrown.data as (Partial<Message> & { typed?: string[]; back?: boolean }) | null;
    const missing = thrown.status === 404;
    // A form with files that was too large: what was saved before is still behind it.
    const [to, back] = thrown.status === 413 || message?.back ? [pathname, t("error.back_to_form")] : ["/", t("error.home")];
    const text = message?.key && !missing ? t(message.key, message.params) : t("error.not_found");
    // What the server could not do takes some sentences: too many for a title.
    const title = missing ? t("error.not_found.title") : thrown.status >= 500 ? t("error.page.title") : null;
    return (
      <Page title={title ?? text} lead={title ? text : undefined} width="middle">
        {message?.typed?.map((written) => (
          <blockquote key={written}>{written}</blockquote>
        ))}
        <p>
          <ButtonLink to={message?.typed ? "/sign-in" : to} look="primary">
            {message?.typed ? t("nav.sign_in") : back}
          </ButtonLink>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t("error.page.title")} lead={t("error.page.text", { requestId: shell?.requestId ?? "–" })} width="middle">
      <p>
        <ButtonLink to="/" look="primary" reload>
          {t("error.home")}
        </ButtonLink>
      </p>
    </Page>
  );
}

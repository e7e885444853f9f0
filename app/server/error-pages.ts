import type { Request, Response } from "express";

import { sizeText } from "~/domain/awards/files/entry-file";

import { localsOf } from "./locals";

/** Statuses the server itself answers with, before or instead of a page of the application. */
export type RefusalStatus = 400 | 403 | 404 | 405 | 413 | 414 | 415 | 500 | 503;

type Language = "nl" | "fr" | "en";

interface Words {
  readonly titles: Readonly<Record<RefusalStatus, string>>;
  readonly home: string;
  /** A form with files that was not taken in: what to do now, and the way back to it. */
  readonly files: (size: string) => string;
  readonly back: string;
  readonly number: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    titles: {
      400: "Deze vraag konden we niet lezen.",
      403: "Dit formulier kwam niet van onze eigen pagina. Er is niets veranderd. Open de pagina opnieuw en probeer het nog eens.",
      404: "Deze pagina bestaat niet.",
      405: "Zo kan deze pagina niet gevraagd worden.",
      413: "Dit formulier is te groot. Maak de tekst of het bestand kleiner en probeer het nog eens.",
      414: "Dit adres is te lang.",
      415: "Dit soort gegevens kunnen we niet lezen.",
      500: "Er ging iets mis bij ons. Probeer het straks nog eens.",
      503: "We zijn even niet bereikbaar. Probeer het straks nog eens.",
    },
    home: "Naar het begin",
    files: (size) =>
      `Er is niets van ontvangen. Wat je eerder bewaarde, is er nog. Ga terug, kies bestanden van hoogstens ${size} en stuur ze één voor één.`,
    back: "Terug naar het formulier",
    number: "Nummer van deze vraag",
  },
  fr: {
    titles: {
      400: "Nous n'avons pas pu lire cette demande.",
      403: "Ce formulaire ne venait pas de notre propre page. Rien n'a changé. Ouvrez la page à nouveau et réessayez.",
      404: "Cette page n'existe pas.",
      405: "Cette page ne peut pas être demandée ainsi.",
      413: "Ce formulaire est trop grand. Réduisez le texte ou le fichier et réessayez.",
      414: "Cette adresse est trop longue.",
      415: "Nous ne pouvons pas lire ce type de données.",
      500: "Une erreur s'est produite chez nous. Réessayez plus tard.",
      503: "Nous sommes momentanément indisponibles. Réessayez plus tard.",
    },
    home: "Retour au début",
    files: (size) =>
      `Rien n'a été reçu. Ce que vous aviez enregistré est toujours là. Revenez, choisissez des fichiers de ${size} au plus et envoyez-les un par un.`,
    back: "Retour au formulaire",
    number: "Numéro de cette demande",
  },
  en: {
    titles: {
      400: "We could not read this request.",
      403: "This form did not come from our own page. Nothing has changed. Open the page again and try once more.",
      404: "This page does not exist.",
      405: "This page cannot be asked for in this way.",
      413: "This form is too large. Make the text or the file smaller and try again.",
      414: "This address is too long.",
      415: "We cannot read this kind of data.",
      500: "Something went wrong on our side. Please try again later.",
      503: "We are not available for a moment. Please try again later.",
    },
    home: "To the start",
    files: (size) =>
      `Nothing of it was received. What you saved before is still there. Go back, choose files of ${size} at most and send them one by one.`,
    back: "Back to the form",
    number: "Number of this request",
  },
};

/**
 * Answers a request that goes no further: a small page in the visitor's language with the request id, never a stack. Of a form with files
 * it tells how large these may be, and leads back to it. Data requests of the application get plain text.
 */
export function refuse(req: Request, res: Response, status: RefusalStatus, files?: { readonly fileBytes: number }): void {
  const { requestId, nonce } = localsOf(res);
  const language = languageOf(req);
  res.status(status);
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Content-Language", language);
  res.vary("Accept-Language");
  if (req.path.endsWith(".data")) res.type("text/plain").end(`${WORDS[language].titles[status]} (${requestId})\n`);
  else res.type("text/html").end(refusalPage({ status, requestId, nonce, language, form: files && { path: req.path, ...files } }));
}

interface RefusalPage {
  readonly status: RefusalStatus;
  readonly requestId: string;
  readonly nonce: string;
  readonly language: Language;
  /** The form with files that was refused; its path is made of letters, digits, lines and slashes alone. */
  readonly form?: { readonly path: string; readonly fileBytes: number };
}

function refusalPage(page: RefusalPage): string {
  const words = WORDS[page.language];
  const { form } = page;
  const after = form
    ? `<p>${words.files(sizeText(form.fileBytes, page.language))}</p>\n<p><a href="${form.path}">${words.back}</a></p>`
    : `<p><a href="/">${words.home}</a></p>`;
  const title = words.titles[page.status];
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.status} · Broeikas</title>
<style nonce="${page.nonce}">
:root { color-scheme: light dark; }
body { margin: 15vh auto 0; max-width: 34rem; padding: 0 1.25rem; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.375rem; line-height: 1.35; }
small { opacity: .75; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${after}
<p><small>${words.number}: ${page.requestId}</small></p>
</main>
</body>
</html>
`;
}

function languageOf(req: Request): Language {
  const best = req.acceptsLanguages("nl", "fr", "en");
  return best === "fr" || best === "en" ? best : "nl";
}

/** A mail before it has a form: what is said, in order. Everything is plain text; the layouts escape it. */
export interface Letter {
  readonly lang: string;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a button and as an address to copy. */
  readonly action?: { readonly label: string; readonly url: string; readonly copy: string };
  /** Smaller lines under the button: how long, and what if it was not you. */
  readonly notes: readonly string[];
  /** How to get no more of these, small and under everything. */
  readonly end?: { readonly label: string; readonly url: string };
  readonly footer: string;
}

/** One line without control characters: what people typed never begins a line, a header or a paragraph of its own. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, " ").trim();
}

/** The plain twin of a mail. */
export function plainLetter(letter: Letter): string {
  const action = letter.action ? [`${letter.action.label}:\n${letter.action.url}`] : [];
  const end = letter.end ? [`${letter.end.label}:\n${letter.end.url}`] : [];
  const blocks = [letter.greeting, ...letter.paragraphs, ...action, ...letter.notes, ...end, `--\n${letter.footer}`];
  return `${blocks.join("\n\n")}\n`;
}

// Mail programs know neither our style sheets nor variables: colours are written out, and the most needed styles
// stand on the elements too, for programs that drop <style>.
const STYLE = `
body{margin:0;padding:0;background:#FAF6EC;color:#1E2A23;font:17px/1.5 "Source Sans 3","Segoe UI",Helvetica,Arial,sans-serif}
.paper{max-width:560px;margin:0 auto;padding:24px 16px}
.name{margin:0 0 16px;font-size:20px;font-weight:700;color:#1F6B43}
.card{background:#FFFDF7;border:1px solid #E6DFCE;border-radius:18px;padding:28px 24px}
.card p{margin:0 0 16px}
.card h1{margin:0 0 16px;font-size:22px;line-height:1.25}
.button{display:inline-block;background:#1F6B43;color:#FFFFFF;text-decoration:none;font-weight:600;padding:12px 24px;border-radius:999px}
.copy,.note{font-size:15px;color:#5D6B62}
.copy a{color:#1F6B43;word-break:break-all}
.footer{margin:20px 8px 0;font-size:14px;color:#5D6B62}
@media (prefers-color-scheme:dark){
body{background:#0E1712;color:#E9F0E6}
.name,.copy a{color:#7CCB98}
.card{background:#15211A;border-color:#26352B}
.button{background:#7CCB98;color:#0E1712}
.copy,.note,.footer{color:#9FB0A4}
}`;

/** The HTML of a mail: one column without tables, readable without its style sheet. */
export function htmlLetter(letter: Letter): string {
  const { action } = letter;
  const paragraph = (text: string, name = ""): string => `<p${name && ` class="${name}"`}>${escapeHtml(text)}</p>`;
  const url = action ? escapeHtml(action.url) : "";
  const button = action
    ? `<p><a class="button" href="${url}" style="display:inline-block;background-color:#1F6B43;color:#FFFFFF;padding:12px 24px;border-radius:999px;text-decoration:none">${escapeHtml(action.label)}</a></p>
<p class="copy">${escapeHtml(action.copy)}<br><a href="${url}">${url}</a></p>`
    : "";
  const end = letter.end
    ? `<p class="footer"><a href="${escapeHtml(letter.end.url)}" style="color:inherit">${escapeHtml(letter.end.label)}</a></p>\n`
    : "";
  return `<!doctype html>
<html lang="${letter.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="paper" role="article" aria-label="${escapeHtml(letter.subject)}" style="max-width:560px;margin:0 auto;padding:24px 16px">
<p class="name">Broeikas</p>
<div class="card">
<h1>${escapeHtml(letter.greeting)}</h1>
${letter.paragraphs.map((text) => paragraph(text)).join("\n")}
${button}
${letter.notes.map((text) => paragraph(text, "note")).join("\n")}
</div>
${end}<p class="footer">${escapeHtml(letter.footer)}</p>
</div>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

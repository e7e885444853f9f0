import css from "./Mail.module.css";

/** An address, without the full stop or bracket of the sentence around it. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/** The plain text of a mail, with its addresses to click on. */
export function MailText({ text }: { text: string }) {
  return (
    <div className={css.text}>
      {text.split(ADDRESS).map((part, i) =>
        ADDRESS.test(part) ? (
          <a key={i} href={part} rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}

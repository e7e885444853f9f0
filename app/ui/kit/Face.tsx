import type { ReactNode } from "react";
import css from "./Face.module.css";

/** First letters of the first and the last word of a name: "LV" of Lena Verraad. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word = "") => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}

/** Somebody's photo in a circle, or their initials. Their name always stands beside it, so it says nothing to who cannot see it. */
export function Face({ name, photo, size }: { name: string; photo: string | null | undefined; size?: "little" | "big" }) {
  return (
    <span className={size ? `${css.face} ${css[size]}` : css.face} aria-hidden="true">
      {initialsOf(name)}
      {photo ? (
        <img
          key={photo}
          className={css.photo}
          src={`/photo/${photo}/${size === "big" ? "large" : "small"}`}
          alt=""
          width={size === "big" ? 384 : 96}
          height={size === "big" ? 384 : 96}
          loading="lazy"
          decoding="async"
        />
      ) : null}
    </span>
  );
}

/** Some faces in a row, one partly over the other. */
export function Faces({ children }: { children: ReactNode }) {
  return <span className={css.faces}>{children}</span>;
}

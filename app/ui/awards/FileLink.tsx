import { FILE_TYPES, sizeText } from "~/domain/awards/files/entry-file";
import type { ShownFile } from "~/domain/awards/files/entry-file";
import { useLocale, useT } from "../i18n";
import css from "./FileLink.module.css";

/** A file to take home: what it is called, what it is and how large. Without its name for who is not to know it. */
export function FileLink({ file, slug, name }: { file: ShownFile; slug: string; /** Said where the file has no name. */ name?: string }) {
  const t = useT();
  const locale = useLocale();
  const kind = FILE_TYPES[file.type].toUpperCase();
  const called = file.name === null || file.name === "" ? (name ?? t("files.file")) : file.name;
  return (
    <a className={css.link} href={`/awards/${slug}/file/${file.fileId}`} download>
      <span className={css.kind} aria-hidden="true">
        {kind}
      </span>
      <span className={css.name}>{called}</span>{" "}
      <span className={css.size}>{t("files.facts", { kind, size: sizeText(file.size, locale) })}</span>
    </a>
  );
}

import css from "./Verify.module.css";

/** One file of the reader's own. */
export function FileField({ name, label, accept }: { name: string; label: string; accept: string }) {
  return (
    <label className={css.file}>
      <span>{label}</span>
      <input type="file" name={name} accept={accept} />
    </label>
  );
}

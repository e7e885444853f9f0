import css from "./Matches.module.css";

/** A plant under a glass bell: something grows here, and nobody sees what. */
export function VeiledPlant({ className }: { className?: string }) {
  return (
    <svg className={className ? `${css.bell} ${className}` : css.bell} viewBox="0 0 160 280" aria-hidden="true" focusable="false">
      <path
        className={css.shade}
        d="M80 228c-3-34-2-62 0-84M80 196c-22-2-32-14-34-32 20 0 32 12 34 32zM80 178c20-2 30-14 32-30-19 0-30 11-32 30zM80 150c-12-6-16-18-12-32 12 6 17 18 12 32z"
      />
      <path className={css.glass} d="M26 232V128c0-40 24-66 54-66s54 26 54 66v104z" />
      <circle className={css.glass} cx="80" cy="52" r="9" />
      <path className={css.shine} d="M44 206v-72c0-22 8-38 20-46" />
      <path className={css.pot} d="M44 236h72l-8 36q-2 6-8 6H60q-6 0-8-6z" />
      <rect className={css.rim} x="18" y="226" width="124" height="13" rx="6" />
    </svg>
  );
}

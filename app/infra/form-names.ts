const MAX_NAME = 200;

/** The most fields a form may have. */
export const MAX_FIELDS = 1000;

/** Names such as `a[99999999]` or `__proto__.x` would make a form parser build what nobody sent. */
export function isPlainName(name: string): boolean {
  return name.length <= MAX_NAME && !/\[\d{4,}\]|(^|[.[\]])(__proto__|constructor|prototype)($|[.[\]])/.test(name);
}

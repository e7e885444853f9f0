/** People one list may have. */
export const LIST_MAX = 1_000;
/** Characters of the name of a class. */
export const LIST_NAME_MAX = 60;

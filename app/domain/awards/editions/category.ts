export const CATEGORY_NAME_MAX = 60;
export const CATEGORY_ABOUT_MAX = 300;
export const CATEGORIES_MAX = 12;
/** How many categories the page of a new edition asks at once; more come afterwards. */
export const CATEGORIES_AT_ONCE = 4;
/** Addresses below /awards that are pages of their own. */
export const RESERVED_SLUGS: readonly string[] = ["new"];

/** Colours of the house on paper and in pictures, where no theme reaches. */
export const INK = "#1e2a23";
export const MUTED = "#5a675f";
export const LEAF = "#1f6b43";

/** How long the texts of a rubric may be, in characters. */
export const RUBRIC_NAME_MAX = 80;
export const CRITERION_NAME_MAX = 80;
export const QUESTION_MAX = 240;
export const LEVEL_LABEL_MAX = 60;
export const EVIDENCE_MAX = 300;

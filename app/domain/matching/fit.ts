import type { Side } from "./match";

const SHARED_WORKING_LANGUAGE = 0.8;
const PARTS = { base: 0.4, campus: 0.3, themes: 0.15, availability: 0.15 };
const CAMPUS_APART = 0.3;

/** 1 for the same language, 0.8 when the people share one or work in both, 0 when they cannot talk. */
export function languageFactor(a: Side, b: Side): number {
  if (a.lang === b.lang) return 1;
  if (a.langs.some((lang) => b.langs.includes(lang))) return SHARED_WORKING_LANGUAGE;
  const workedIn = a.workingLangs.includes(a.lang) && a.workingLangs.includes(b.lang);
  return a.campusId !== null && a.campusId === b.campusId && workedIn ? SHARED_WORKING_LANGUAGE : 0;
}

/** How easily two could work together, 0 to 1: language first, then campus, common themes and time. */
export function fitOf(a: Side, b: Side): number {
  const campus = a.campusId !== null && a.campusId === b.campusId ? 1 : CAMPUS_APART;
  const same = (x: string | null, y: string | null): boolean => x !== null && x === y;
  const themes = same(a.domainId, b.domainId) || same(a.growthMarketId, b.growthMarketId) ? 1 : 0;
  const rest = PARTS.base + PARTS.campus * campus + PARTS.themes * themes + PARTS.availability * Math.min(a.availability, b.availability);
  return languageFactor(a, b) * rest;
}

/** What lists are ordered by: what is completed counts most, and fit never hides a good completion. */
export function orderOf(complementarity: number, fit: number): number {
  return complementarity * (0.35 + 0.65 * Math.sqrt(fit));
}

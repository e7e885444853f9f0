/** The smallest number of complete sheets an entry needs before anybody is ranked. */
export function minimumSheets(jurorsPerEntry: number): number {
  return Math.min(2, jurorsPerEntry);
}

/** Points in hundredths: 74.33 is 7433. */
export function hundredths(points: number): number {
  return Math.round(points * 100);
}

/** Points as shown: 7433 hundredths is 74.33. */
export function shownPoints(hundredths: number): number {
  return hundredths / 100;
}

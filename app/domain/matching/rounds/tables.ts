/**
 * How many chairs each table has when `people` sit at tables of about `size`, the largest first; a 1 is a pause. Sizes
 * differ by one at most. Of the two numbers of tables around people ÷ size the one nearest to `size` is taken (the
 * largest difference first, then the sum of all), and of equals the smaller tables. Tables of two never have three
 * unless `odd` says so: with an odd number somebody pauses.
 */
export function tableSizes(people: number, size: number, odd: "pause" | "three" = "pause"): number[] {
  if (people <= 1) return people === 1 ? [1] : [];
  if (people <= size) return [people];
  if (size === 2 && people % 2 === 1) {
    return odd === "three" ? [3, ...evenly(people - 3, (people - 3) / 2)] : [...evenly(people - 1, (people - 1) / 2), 1];
  }
  const fewer = evenly(people, Math.floor(people / size));
  const more = evenly(people, Math.ceil(people / size));
  const far = (sizes: readonly number[]): number => Math.max(...sizes.map((one) => Math.abs(one - size)));
  const all = (sizes: readonly number[]): number => sizes.reduce((sum, one) => sum + Math.abs(one - size), 0);
  return far(fewer) < far(more) || (far(fewer) === far(more) && all(fewer) < all(more)) ? fewer : more;
}

function evenly(people: number, tables: number): number[] {
  return Array.from({ length: tables }, (_, at) => Math.floor(people / tables) + (at < people % tables ? 1 : 0));
}

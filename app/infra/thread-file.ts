import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Where the file of a thread is: `NAME-source.mjs` beside the module at `base` in the source, `NAME.js` in the folder `workers` of the build.
 * @throws when there is neither.
 */
export function threadFile(name: string, base: string): URL {
  const places = [`./${name}-source.mjs`, `./workers/${name}.js`, `../workers/${name}.js`];
  const place = places.map((path) => new URL(path, base)).find((url) => existsSync(fileURLToPath(url)));
  if (!place) throw new Error(`none of ${places.join(", ")} is there`);
  return place;
}

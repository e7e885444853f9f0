import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const WORTH_IT = new Set([".js", ".mjs", ".css", ".json", ".svg", ".txt", ".webmanifest", ".wasm", ".ico", ".map"]);
const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/**
 * Writes `.br` and `.gz` beside every compressible file of a folder, as small as the formats allow.
 * @param dir the client build.
 * @returns number of files and their bytes before and after brotli.
 */
export async function precompress(dir: string): Promise<{ files: number; before: number; after: number }> {
  const total = { files: 0, before: 0, after: 0 };
  for (const path of await compressible(dir)) {
    const plain = await readFile(path);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
    const [br, gz] = await Promise.all([brotli(plain, options), gzipAsync(plain, { level: 9 })]);
    if (br.length < plain.length) await writeFile(`${path}.br`, br);
    if (gz.length < plain.length) await writeFile(`${path}.gz`, gz);
    total.files += 1;
    total.before += plain.length;
    total.after += Math.min(br.length, plain.length);
  }
  return total;
}

async function compressible(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && WORTH_IT.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes(`${join("/", ".vite", "/")}`))
    .sort();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  const { files, before, after } = await precompress(process.argv[2] ?? "build/client");
  const took = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`precompressed ${files} files: ${Math.round(before / 1024)} KB to ${Math.round(after / 1024)} KB in ${took} s\n`);
}

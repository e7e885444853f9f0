import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { badInput } from "./refusal";

/** What package-lock.json tells of a package at a place in node_modules. */
interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

/** `broeikas sbom`: what production is made of, for whoever has to compare it with lists of known faults. */
export const sbom: Command = {
  usage: {
    command: "sbom",
    summary: "lists every package that production is made of, as CycloneDX 1.5 (JSON), out of package-lock.json",
    options: { dev: { type: "boolean", help: "with the packages that only building and testing need" } },
  },
  run(argv, io) {
    const args = readArgs(sbom.usage, argv);
    const file = join(io.cwd, "package-lock.json");
    if (!existsSync(file)) throw badInput("there is no package-lock.json here: call it from the folder of the project");
    const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
    io.stdout(`${JSON.stringify(billOf(lock, args.flag("dev")), null, 2)}\n`);
    return Promise.resolve(0);
  },
};

/** The bill of materials of a lock file. A package that lies at several places in one version is named once. */
export function billOf(lock: Lock, withDev: boolean) {
  const placed = Object.entries(lock.packages).filter(([path, one]) => path !== "" && !one.link && (withDev || !one.dev));
  const components = new Map<string, ReturnType<typeof componentOf>>();
  const needs = new Map<string, Set<string>>();
  for (const [path, one] of placed) {
    const component = componentOf(path, one);
    const ref = component["bom-ref"];
    // Needed by one is needed.
    if (components.get(ref)?.scope !== "required") components.set(ref, component);
    const own = needs.get(ref) ?? new Set<string>();
    for (const need of needsOf(lock, path, one, withDev)) own.add(need);
    needs.set(ref, own);
  }
  const root = `pkg:npm/${lock.name}@${lock.version}`;
  needs.set(root, new Set(needsOf(lock, "", lock.packages[""] ?? {}, withDev)));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": root, name: lock.name, version: lock.version, purl: root } },
    components: [...components.values()].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1)),
    dependencies: [...needs].sort().map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })),
  };
}

const FOLDER = "node_modules/";
const nameAt = (path: string, one: Locked): string => one.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);

function refOf(path: string, one: Locked): string {
  return `pkg:npm/${nameAt(path, one).replace("@", "%40")}@${one.version ?? ""}`;
}

function componentOf(path: string, one: Locked) {
  const name = nameAt(path, one);
  const ref = refOf(path, one);
  const [algorithm = "", digest = ""] = one.integrity?.split(" ")[0]?.split("-", 2) ?? [];
  const license =
    one.license &&
    (/^[\w.+() -]+$/.test(one.license) && !/^see /i.test(one.license) ? { expression: one.license } : { license: { name: one.license } });
  return {
    type: "library",
    "bom-ref": ref,
    name,
    version: one.version ?? "",
    scope: one.optional ? "optional" : "required",
    purl: ref,
    ...(license ? { licenses: [license] } : {}),
    ...(algorithm === "sha512" ? { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] } : {}),
  };
}

/** What a package needs, found as Node finds it: in its own folder first, then in those around it. */
function needsOf(lock: Lock, path: string, one: Locked, withDev: boolean): string[] {
  const names = Object.keys({ ...one.peerDependencies, ...one.optionalDependencies, ...one.dependencies });
  if (path === "" && withDev) names.push(...Object.keys((one as { devDependencies?: object }).devDependencies ?? {}));
  return names.flatMap((name) => {
    for (let around: string | null = path; around !== null; around = outOf(around)) {
      const at = `${around === "" ? "" : `${around}/`}${FOLDER}${name}`;
      const found = lock.packages[at];
      if (found) return withDev || !found.dev ? [refOf(at, found)] : [];
    }
    return [];
  });
}

function outOf(path: string): string | null {
  if (path === "") return null;
  return path.slice(0, path.lastIndexOf(FOLDER)).replace(/\/$/, "");
}

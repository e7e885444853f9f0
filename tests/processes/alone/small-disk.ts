import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { newTempDir } from "#tests/support/temp";
import { afterwards } from "#tests/support/store";

/** A small disk of its own. */
export interface SmallDisk {
  readonly path: string;
  /** Fills what is left of it, to the last byte. */
  fill(): void;
  /** Takes away what `fill` put there. */
  free(): void;
}

/** Tells why there can be no small disks here, or null: mounting takes a right that not everybody has. */
export function whyNoDisks(): string | null {
  const dir = newTempDir("broeikas-mount-");
  try {
    mount(dir, 64);
    execFileSync("umount", [dir], { stdio: "pipe" });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const mount = (dir: string, kilobytes: number): void =>
  void execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k,mode=700`, "tmpfs", dir], { stdio: "pipe" });

/** Makes a disk in memory that holds so many kilobytes; it goes with the test or file, after whatever was started on it later. */
export function smallDisk(kilobytes: number): SmallDisk {
  const around = newTempDir("broeikas-disk-");
  const path = join(around, "disk");
  mkdirSync(path);
  afterwards(() => rmSync(around, { recursive: true, force: true }));
  mount(path, kilobytes);
  // Lazy: a thread of a server that was cut off may still have a file open for a moment.
  afterwards(() => void execFileSync("umount", ["-l", path], { stdio: "pipe" }));
  const filler = join(path, "filler");
  return {
    path,
    fill() {
      const file = openSync(filler, "a");
      try {
        for (let size = 64 * 1024; size > 0;) {
          try {
            writeSync(file, Buffer.alloc(size));
          } catch {
            size = Math.floor(size / 2);
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
  };
}

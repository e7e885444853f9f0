import type { Io } from "../../app/cli/io";

/** Surroundings that remember what was written. */
export function fakeIo(interactive = false): Io & { out: string; err: string } {
  const io = {
    out: "",
    err: "",
    stdin: () => Promise.resolve(""),
    env: {},
    cwd: ".",
    interactive,
    stdout: (text: string) => void (io.out += text),
    stderr: (text: string) => void (io.err += text),
  };
  return io;
}

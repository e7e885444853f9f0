import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A port nobody listens on. */
export function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Runs a program to its end; rejects when it fails. */
export function run(args, env) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done() : fail(new Error(`${args[0]} ended with ${code}`))));
  });
}

/** Starts a server and waits until `ready` finds what it wants in its output. */
export function start(args, env, ready) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.once("error", fail);
    child.once("close", (code) => fail(new Error(`${args[0]} ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const found = ready(said);
      if (found) done({ child, found, stop: () => stop(child) });
    });
  });
}

function stop(child) {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.removeAllListeners("close");
    child.once("close", done);
    child.kill("SIGTERM");
  });
}

/** CPU time a process has used, in milliseconds: user and system, from /proc. */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  const TICKS_PER_SECOND = 100;
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

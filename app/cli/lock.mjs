import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The owner of a lock touches it this often; a lock untouched for as long as `ABANDONED` has no owner any more. */
const HEARTBEAT = 5_000;
const ABANDONED = 60_000;
/** Between making the folder and naming its owner a lock is nameless for an instant; a takeover is as short. */
const NAMELESS = 10_000;
const POLL = 300;

/** Makes the folder and returns true, or false when it is there already. */
function made(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** The age of a path in ms, or null when it is gone. */
function age(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : null;
}

function ownerOf(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, "owner"), "utf8"));
  } catch {
    return null; // Not written yet, half written, or just released: judged by its age.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Tells whether nobody holds the lock any more. */
function isStale(lock) {
  const owner = ownerOf(lock);
  if (!owner) return (age(lock) ?? 0) > NAMELESS;
  if ((age(join(lock, "owner")) ?? 0) > ABANDONED) return true;
  return owner.host === hostname() && !isAlive(owner.pid);
}

/** Removes a stale lock. Only one process at a time may judge and remove, or the second would remove the lock the first has just made. */
function removeIfStale(lock) {
  const takeover = `${lock}.takeover`;
  if (!made(takeover)) {
    if ((age(takeover) ?? 0) > NAMELESS) rmSync(takeover, { recursive: true, force: true });
    return;
  }
  try {
    if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
  } finally {
    rmSync(takeover, { recursive: true, force: true });
  }
}

async function acquire(lock, say) {
  let told = false;
  while (!made(lock)) {
    if (isStale(lock)) removeIfStale(lock);
    else if (!told) {
      say(`waiting for process ${ownerOf(lock)?.pid ?? "?"}, which is preparing the same`);
      told = true;
    }
    await pause(POLL);
  }
  writeFileSync(join(lock, "owner"), JSON.stringify({ pid: process.pid, host: hostname() }));
}

/**
 * Runs `work` while holding the lock, a folder at the path given; waits while another process holds it, and takes it
 * over from one that died. The lock is given back when the work ends, fails, or the process exits.
 */
export async function withLock(lock, say, work) {
  await acquire(lock, say);
  const release = () => rmSync(lock, { recursive: true, force: true });
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(join(lock, "owner"), now, now);
  }, HEARTBEAT);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}

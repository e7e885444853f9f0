import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { DomainError } from "~/domain/kernel/errors";
import type { Vault } from "~/domain/kernel/vault";

import type { Env } from "./env";

/** File with the key in the data folder, where SECRET_KEY is not set. */
export const KEY_FILE = "secret.key";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes the vault: AES-256-GCM with a key derived from SECRET_KEY, or from a file in the data folder made at first need.
 * With PostgreSQL there may be several servers with a folder each, so there is no file: without SECRET_KEY the vault stays closed.
 */
export function createVault(env: Pick<Env, "SECRET_KEY" | "DATABASE_URL" | "DATA_DIR">): Vault {
  const isOpen = env.SECRET_KEY !== undefined || env.DATABASE_URL === undefined;
  let made: Promise<Buffer> | null = null;
  const keyOf = (): Promise<Buffer> => {
    made ??= keyMaterial(env).then((material) => Buffer.from(hkdfSync("sha256", material, "", "broeikas vault v1", 32)));
    // A folder that could not be written to may be mended: the next one asks again.
    made.catch(() => (made = null));
    return made;
  };
  return {
    isOpen,
    async seal(secret, about) {
      if (!isOpen) throw new DomainError("vault_closed");
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", await keyOf(), nonce).setAAD(Buffer.from(about, "utf8"));
      const sealed = Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${sealed.toString("base64url")}`;
    },
    async open(sealed, about) {
      const [version, text] = sealed.split(".");
      if (!isOpen || version !== VERSION || text === undefined) return null;
      const bytes = Buffer.from(text, "base64url");
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv("aes-256-gcm", await keyOf(), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(about, "utf8")).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
      } catch {
        return null;
      }
    },
  };
}

async function keyMaterial({ SECRET_KEY, DATA_DIR }: Pick<Env, "SECRET_KEY" | "DATA_DIR">): Promise<string> {
  if (SECRET_KEY !== undefined) return SECRET_KEY;
  const path = join(DATA_DIR, KEY_FILE);
  return (await readKey(path)) ?? (await writeKey(DATA_DIR, path));
}

async function readKey(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Writes a new key whole before it gets its name, so that of two processes both read the same one. */
async function writeKey(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${path}.${randomBytes(6).toString("hex")}.part`;
  const handle = await open(part, "wx", 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString("base64url")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(part, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(part, { force: true });
  }
  const kept = await readKey(path);
  if (kept === null) throw new Error(`${KEY_FILE} vanished`);
  return kept;
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && "code" in error && error.code === code;

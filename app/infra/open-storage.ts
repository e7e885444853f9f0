import { join } from "node:path";
import type { Env } from "./env";
import { FILES_FOLDER, folderStorage } from "./file-storage";
import type { KeyedStorage } from "./file-storage";
import { s3Storage } from "./s3-storage";

/** The settings that say where files lie. */
export type StorageSettings = Pick<
  Env,
  "DATA_DIR" | "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_PATH_STYLE" | "S3_ACCESS_KEY" | "S3_SECRET_KEY"
>;

/** The folder of the files in `DATA_DIR`. */
export const folderOf = (env: Pick<Env, "DATA_DIR">): KeyedStorage => folderStorage(join(env.DATA_DIR, FILES_FOLDER));

/** The bucket that the settings name; null when they name none. @throws StorageError when it cannot be used. */
export async function bucketOf(env: StorageSettings): Promise<KeyedStorage | null> {
  if (env.S3_BUCKET === undefined) return null;
  return s3Storage({
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    pathStyle: env.S3_PATH_STYLE,
    accessKey: env.S3_ACCESS_KEY,
    secretKey: env.S3_SECRET_KEY,
  });
}

/** Opens the storage of files that the settings name: the bucket, or else the folder. */
export async function openStorage(env: StorageSettings): Promise<KeyedStorage> {
  return (await bucketOf(env)) ?? folderOf(env);
}

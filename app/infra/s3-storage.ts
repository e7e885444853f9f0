import { createHash } from "node:crypto";
import type * as Library from "@aws-sdk/client-s3";

import { isFileKey, newFileKey } from "./file-storage";
import type { KeyedStorage } from "./file-storage";

/** A bucket of S3 or of a service that speaks like it. */
export interface S3Options {
  readonly bucket: string;
  /** Address of the service; Amazon's own for the region when absent. */
  readonly endpoint?: string;
  readonly region: string;
  /** The bucket stands in the path rather than in the host name: what most services other than Amazon's want. */
  readonly pathStyle: boolean;
  /** Without keys the machine's own identity is asked for, as Amazon's machines have one. */
  readonly accessKey?: string;
  readonly secretKey?: string;
}

/** The bucket cannot be used; says which and why. */
export class StorageError extends Error {
  override name = "StorageError";
}

/** What is asked of the service by this process is not asked for longer. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 30_000 };
const TRIES = 3;

type Sdk = typeof Library;

/**
 * Keeps files in a bucket, each under a random name; the library is loaded only here, because it is large. Asks the bucket for a list first.
 * @throws StorageError when the bucket does not answer, is not there, or refuses.
 */
export async function s3Storage(options: S3Options): Promise<KeyedStorage> {
  const sdk = await import("@aws-sdk/client-s3");
  const client = clientOf(sdk, options);
  try {
    await client.send(new sdk.ListObjectsV2Command({ Bucket: options.bucket, Prefix: "is-it-there/", MaxKeys: 1 }));
  } catch (thrown) {
    client.destroy();
    throw new StorageError(`The bucket "${options.bucket}" at ${options.endpoint ?? "Amazon S3"} cannot be used: ${reasonOf(thrown)}.`, {
      cause: thrown,
    });
  }
  return storageOn(sdk, client, options.bucket);
}

function clientOf(sdk: Sdk, { endpoint, region, pathStyle, accessKey, secretKey }: S3Options): Library.S3Client {
  return new sdk.S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: pathStyle,
    ...(accessKey === undefined || secretKey === undefined ? {} : { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } }),
    maxAttempts: TRIES,
    requestHandler: PATIENCE,
    // We send a digest that every service knows; the newer ones are refused by some.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}

function storageOn(sdk: Sdk, client: Library.S3Client, bucket: string): KeyedStorage {
  const at = (key: string) => {
    if (!isFileKey(key)) throw new RangeError("not the key of a file");
    return { Bucket: bucket, Key: key };
  };
  const putAs = async (key: string, bytes: Uint8Array): Promise<void> => {
    const digest = createHash("md5").update(bytes).digest("base64");
    const about = { ContentType: "application/octet-stream", ContentLength: bytes.length, ContentMD5: digest };
    await client.send(new sdk.PutObjectCommand({ ...at(key), Body: bytes, ...about }));
  };
  return {
    putAs,
    async put(bytes) {
      const key = newFileKey();
      await putAs(key, bytes);
      return key;
    },
    async get(key) {
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand(at(key)));
        return Body ? new Uint8Array(await Body.transformToByteArray()) : null;
      } catch (thrown) {
        if (statusOf(thrown) === 404) return null;
        throw thrown;
      }
    },
    async remove(key) {
      await client.send(new sdk.DeleteObjectCommand(at(key)));
    },
    async *before(instant) {
      for await (const { Contents = [] } of sdk.paginateListObjectsV2({ client }, { Bucket: bucket })) {
        for (const { Key, LastModified } of Contents) {
          if (Key !== undefined && isFileKey(Key) && LastModified && LastModified < instant) yield Key;
        }
      }
    },
  };
}

function statusOf(thrown: unknown): number | undefined {
  return (thrown as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

const REASONS: Readonly<Record<string, string>> = {
  NoSuchBucket: "there is no such bucket",
  AccessDenied: "these keys may not list it",
  InvalidAccessKeyId: "S3_ACCESS_KEY is not known there",
  SignatureDoesNotMatch: "S3_SECRET_KEY is not the right one",
  PermanentRedirect: "it is in another region than S3_REGION",
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  TimeoutError: "it does not answer",
};

/** The reason in words, and never a key. */
function reasonOf(thrown: unknown): string {
  const { name = "", code = "", message = "" } = thrown as { name?: string; code?: string; message?: string };
  return REASONS[name] ?? REASONS[code] ?? `${name}${message ? ` (${message})` : ""}`;
}

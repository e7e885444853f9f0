import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** What a browser and its device are, or pretend to be. */
export interface Pretended {
  /** Where the page is that asked. */
  readonly origin: string;
  readonly rpId: string;
  /** Whether the device made sure that it is its owner; yes when absent. */
  readonly userVerified?: boolean;
  /** Count that the device tells; one more than before when absent. */
  readonly counter?: number;
  /** Whose it says the key is. */
  readonly userHandle?: string;
}

interface Question {
  readonly challenge: string;
}
interface MakingQuestion extends Question {
  readonly user: { readonly id: string };
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of CBOR as an attestation needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

function head(major: number, size: number): Buffer {
  const type = major << 5;
  if (size < 24) return Buffer.from([type | size]);
  if (size < 256) return Buffer.from([type | 24, size]);
  return Buffer.from([type | 25, size >> 8, size & 255]);
}

const hash = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();
const text = (data: Buffer): string => data.toString("base64url");

/** A passkey in software: makes a key (attested by itself) and answers with it, honestly or as a test pretends. */
export class Authenticator {
  readonly id = randomBytes(32);
  #key: KeyObject | null = null;
  #counter = 0;
  #userHandle = "";

  /** Answers a question for a new passkey, as JSON. */
  make(question: MakingQuestion, pretended: Pretended): string {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#key = privateKey;
    this.#userHandle = question.user.id;
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const cose = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const key = Buffer.concat([Buffer.alloc(16), length, this.id, cbor(cose)]);
    const authData = Buffer.concat([this.#data(pretended, 0x40), key]);
    const clientData = client("webauthn.create", question, pretended);
    const statement = new Map<string, Cbor>([
      ["alg", -7],
      ["sig", sign("sha256", Buffer.concat([authData, hash(clientData)]), privateKey)],
    ]);
    const attestation = new Map<string, Cbor>([
      ["fmt", "packed"],
      ["attStmt", statement],
      ["authData", authData],
    ]);
    return this.#json({ clientDataJSON: text(clientData), attestationObject: text(cbor(attestation)), transports: ["internal"] });
  }

  /** Answers a question to sign in, as JSON. */
  use(question: Question, pretended: Pretended): string {
    if (!this.#key) throw new Error("this device has no passkey");
    const authData = this.#data(pretended, 0);
    const clientData = client("webauthn.get", question, pretended);
    return this.#json({
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: text(sign("sha256", Buffer.concat([authData, hash(clientData)]), this.#key)),
      userHandle: pretended.userHandle ?? this.#userHandle,
    });
  }

  #data({ rpId, userVerified = true, counter }: Pretended, flags: number): Buffer {
    this.#counter = counter ?? this.#counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#counter);
    return Buffer.concat([hash(rpId), Buffer.from([flags | 0x01 | (userVerified ? 0x04 : 0)]), count]);
  }

  #json(response: Readonly<Record<string, unknown>>): string {
    const id = text(this.id);
    return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
  }
}

const client = (type: string, { challenge }: Question, { origin }: Pretended): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

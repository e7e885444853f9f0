/** Somebody who wants to hear at once when what a page shows has changed. */
export interface Listener {
  /** A tag of `page_versions`, such as `room:ID`: whoever changes what it stands for calls `touchPages`. */
  readonly channel: string;
  readonly personId: string;
  /** Streams that `personId` may have open here, where it stands for more than one person; the usual few when absent. */
  readonly most?: number;
  /** Neither named to the others nor told who is there: for pages that anybody may open. */
  readonly unseen?: boolean;
  /** Asked again every few seconds: false ends the stream (signed out, no longer in the team). */
  readonly isAllowed: () => Promise<boolean>;
  /** Its signal ends the stream; held as a whole, because a signal alone does not keep its request alive. */
  readonly request: Request;
}

/** Settings of one process; times in milliseconds. */
export interface LiveOptions {
  /** Reads the present versions of channels in one statement; a channel without a row counts as 0. */
  readonly readVersions: (channels: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** How often versions are read while anybody listens: once for all of them. */
  readonly pollMs?: number;
  readonly heartbeatMs?: number;
  /** How often each listener is asked for anew. */
  readonly recheckMs?: number;
  /** Streams one person may have open here. */
  readonly perPerson?: number;
  /** Streams of this process. */
  readonly most?: number;
  /** Milliseconds of some clock that never goes back. */
  readonly now?: () => number;
  readonly onError?: (error: unknown) => void;
}

/** The live channels of one process. */
export interface Live {
  /**
   * Opens a stream of server-sent events for somebody who may read the channel; the caller has checked that. Events:
   * `changed` {n, spread}: the channel has version n, ask again within `spread` ms; `present` [personId…]: who listens here;
   * `end` "gone": do not come back. Answers 429 to who has too many open and 503 while the process stops.
   */
  open(listener: Listener): Response;
  /** Who listens to a channel by this process, each once. */
  present(channel: string): readonly string[];
  /** Ends all streams; their browsers come back by themselves, to another process. */
  close(): void;
  size(): { readonly listeners: number; readonly channels: number };
}

interface Stream {
  readonly listener: Listener;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  recheckAt: number;
}
interface Channel {
  readonly streams: Set<Stream>;
  /** The version told last; undefined until the first reading. */
  version: number | undefined;
  /** Who was told to be present. */
  told: string;
}

const RETRY_MS = 3000;
/** Events a reader may be behind before it is let go; it comes back by itself. */
const BACKLOG = 64;
/** Milliseconds by listener over which a crowd spreads its questions, and the most. */
const SPREAD_EACH_MS = 12;
const SPREAD_MAX_MS = 2000;
/** Listeners asked for anew in one round. */
const RECHECKS_AT_ONCE = 25;

const HEADERS = { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no" };
const encoder = new TextEncoder();
const event = (name: string, data: unknown): Uint8Array => encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
const BEAT = encoder.encode(": beat\n\n");

/** Makes the live channels of a process: one reading of versions for all who listen, none while nobody does. */
export function createLive(options: LiveOptions): Live {
  return new Hub(options);
}

class Hub implements Live {
  readonly #options: Required<Omit<LiveOptions, "onError">> & Pick<LiveOptions, "onError">;
  readonly #channels = new Map<string, Channel>();
  readonly #byPerson = new Map<string, number>();
  #listeners = 0;
  #stopped = false;
  #busy = false;
  #beatAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LiveOptions) {
    const usual = { pollMs: 500, heartbeatMs: 20_000, recheckMs: 10_000, perPerson: 6, most: 2000, now: () => performance.now() };
    this.#options = { ...usual, ...options };
  }

  open(listener: Listener): Response {
    const { most, perPerson, recheckMs, now } = this.#options;
    if (this.#stopped || this.#listeners >= most) return refused(503);
    if ((this.#byPerson.get(listener.personId) ?? 0) >= (listener.most ?? perPerson)) return refused(429);
    let stream: Stream | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = { listener, controller, recheckAt: now() + recheckMs };
        this.#add(stream);
      },
      cancel: () => {
        if (stream) this.#remove(stream);
      },
    });
    return new Response(body, { headers: HEADERS });
  }

  present(channel: string): readonly string[] {
    return presentIn(this.#channels.get(channel));
  }

  close(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    for (const stream of this.#streams()) this.#finish(stream);
  }

  size() {
    return { listeners: this.#listeners, channels: this.#channels.size };
  }

  #streams(): Stream[] {
    return [...this.#channels.values()].flatMap(({ streams }) => [...streams]);
  }

  #add(stream: Stream): void {
    const { channel: name, personId, request } = stream.listener;
    const channel = this.#channels.get(name) ?? { streams: new Set<Stream>(), version: undefined, told: "" };
    this.#channels.set(name, channel);
    channel.streams.add(stream);
    this.#byPerson.set(personId, (this.#byPerson.get(personId) ?? 0) + 1);
    this.#listeners += 1;
    stream.controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    // Who comes later hears where things stand; the first of a channel hears it at the next reading.
    if (channel.version !== undefined) this.#send(stream, changed(channel));
    if (channel.told !== "" && !stream.listener.unseen) this.#send(stream, event("present", presentIn(channel)));
    if (this.#listeners === 1) this.#start();
    request.signal.addEventListener("abort", () => this.#finish(stream), { once: true });
  }

  #start(): void {
    const { pollMs, heartbeatMs, now } = this.#options;
    this.#beatAt = now() + heartbeatMs;
    this.#timer = setInterval(() => void this.#tick(), pollMs);
  }

  #remove(stream: Stream): void {
    const { channel: name, personId } = stream.listener;
    const channel = this.#channels.get(name);
    if (!channel?.streams.delete(stream)) return;
    this.#listeners -= 1;
    const left = (this.#byPerson.get(personId) ?? 1) - 1;
    if (left > 0) this.#byPerson.set(personId, left);
    else this.#byPerson.delete(personId);
    if (channel.streams.size === 0) this.#channels.delete(name);
    if (this.#listeners === 0) clearInterval(this.#timer);
  }

  #finish(stream: Stream, last?: Uint8Array): void {
    this.#remove(stream);
    try {
      if (last) stream.controller.enqueue(last);
      stream.controller.close();
    } catch {
      // Closed from the other side already.
    }
  }

  #send(stream: Stream, bytes: Uint8Array): void {
    if ((stream.controller.desiredSize ?? -BACKLOG) <= -BACKLOG) return this.#finish(stream);
    try {
      stream.controller.enqueue(bytes);
    } catch {
      this.#finish(stream);
    }
  }

  #sendAll({ streams }: Channel, bytes: Uint8Array): void {
    for (const stream of [...streams]) this.#send(stream, bytes);
  }

  /** One round: what changed, who is here, who may still listen, a sign of life. Rounds never overlap. */
  async #tick(): Promise<void> {
    if (this.#busy || this.#stopped || this.#listeners === 0) return;
    this.#busy = true;
    try {
      await this.#tellChanges();
      this.#tellPresence();
      await this.#recheck();
      this.#beat();
    } catch (error) {
      this.#options.onError?.(error);
    } finally {
      this.#busy = false;
    }
  }

  async #tellChanges(): Promise<void> {
    const versions = await this.#options.readVersions([...this.#channels.keys()]);
    for (const [name, channel] of this.#channels) {
      const version = versions.get(name) ?? 0;
      if (version === channel.version) continue;
      channel.version = version;
      this.#sendAll(channel, changed(channel));
    }
  }

  #tellPresence(): void {
    for (const channel of this.#channels.values()) {
      const here = presentIn(channel);
      const told = here.join(" ");
      if (told === channel.told) continue;
      channel.told = told;
      const bytes = event("present", here);
      for (const stream of [...channel.streams]) if (!stream.listener.unseen) this.#send(stream, bytes);
    }
  }

  async #recheck(): Promise<void> {
    const { now, recheckMs } = this.#options;
    const at = now();
    const due = this.#streams().filter((stream) => stream.recheckAt <= at);
    await Promise.all(
      due.slice(0, RECHECKS_AT_ONCE).map(async (stream) => {
        stream.recheckAt = now() + recheckMs;
        if (!(await stream.listener.isAllowed())) this.#finish(stream, event("end", "gone"));
      }),
    );
  }

  #beat(): void {
    const { now, heartbeatMs } = this.#options;
    if (now() < this.#beatAt) return;
    this.#beatAt = now() + heartbeatMs;
    for (const stream of this.#streams()) this.#send(stream, BEAT);
  }
}

function changed({ version, streams }: Channel): Uint8Array {
  return event("changed", { n: version ?? 0, spread: Math.min(SPREAD_MAX_MS, streams.size * SPREAD_EACH_MS) });
}

function presentIn(channel: Channel | undefined): string[] {
  const seen = [...(channel?.streams ?? [])].filter(({ listener }) => !listener.unseen);
  return [...new Set(seen.map(({ listener }) => listener.personId))].sort();
}

function refused(status: 429 | 503): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", "Retry-After": "30" } });
}

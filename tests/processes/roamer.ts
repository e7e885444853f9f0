import type { Answer, Client } from "#tests/support/app-client";

/** How a write went, as far as the browser can know. */
export type Sending = Answer | "unknown";

/** The connection was cut or refused; any other error is one of the application's own. */
const codeOf = (thrown: unknown): string => (thrown as { code?: string } | null)?.code ?? "";
const CUT = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE"]);

/** A browser before whose servers a proxy stands: what one does not answer another is asked, but for a form that may have arrived. */
export class Roamer {
  readonly #clients: readonly Client[];
  #at: number;
  /** Milliseconds from a line that was cut to the next answer, each time. */
  readonly waits: number[] = [];
  #lostAt: number | undefined;
  /** Forms of which nobody knows whether they arrived. */
  cut = 0;

  constructor(clients: readonly Client[], first: number) {
    this.#clients = clients;
    this.#at = first % clients.length;
  }

  /** Asks for something that changes nothing. @throws what the last server leaves it with. */
  read<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    return this.#ask(ask, () => false);
  }

  /** Sends a form once; "unknown" when the line was cut after it left. */
  send(send: (client: Client) => Promise<Answer>): Promise<Sending> {
    return this.#ask<Sending>(send, (code) => code !== "ECONNREFUSED");
  }

  async #ask<T>(ask: (client: Client) => Promise<T>, mayHaveArrived: (code: string) => boolean): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await ask(this.#clients[this.#at]!);
        if (this.#lostAt !== undefined) this.waits.push(performance.now() - this.#lostAt);
        this.#lostAt = undefined;
        return answer;
      } catch (thrown) {
        const code = codeOf(thrown);
        if (!CUT.has(code) || tries > this.#clients.length) throw thrown;
        this.#lostAt ??= performance.now();
        this.#at = (this.#at + 1) % this.#clients.length;
        if (!mayHaveArrived(code)) continue;
        this.cut += 1;
        return "unknown" as T;
      }
    }
  }
}

import type { StoreOptions } from "#db/store";
import { startServer } from "../start-server";
import type { OwnProcess } from "../start-server";

/** One address for a server that is started again and again: browsers of the tests keep asking there. */
export interface Door extends OwnProcess {
  /** Starts it anew over the same database, with further settings; the one before has ended. */
  again(settings?: Readonly<Record<string, string>>): Promise<void>;
}

/** Starts a server that can be ended and started again. */
export async function openDoor(place: StoreOptions, settings: Readonly<Record<string, string>> = {}): Promise<Door> {
  let present = await startServer(place, settings);
  return {
    get port() {
      return present.port;
    },
    get origin() {
      return present.origin;
    },
    get logged() {
      return present.logged;
    },
    get agent() {
      return present.agent;
    },
    get pid() {
      return present.pid;
    },
    end: (signal) => present.end(signal),
    async again(more = {}) {
      present = await startServer(place, { ...settings, ...more });
    },
  };
}

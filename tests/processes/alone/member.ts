import { makeCampus, makePerson } from "#tests/support/actors";
import { Client } from "#tests/support/app-client";
import type { Server } from "#tests/support/app-client";
import { plant } from "#tests/support/ideas";
import { BY_PASSWORD } from "#tests/support/proof";
import { freshStore, placeOf } from "#tests/support/store";
import type { StoreOptions } from "#db/store";
import type { Person } from "~/domain/kernel/actor";
import { systemClock } from "~/infra/clock";
import { parseEnv } from "~/infra/env";
import { createSessions } from "~/infra/sessions";
import { ORIGIN } from "../start-server";
import { openEntry } from "./edition";

export const PASSWORD = "zeven groene gieters";

/** A database that nobody has open, with somebody who has an idea, an entry of it that takes files, and an admin. */
export interface Small {
  readonly place: StoreOptions;
  readonly member: Person;
  readonly email: string;
  readonly ideaId: string;
  /** The page of the entry. */
  readonly entry: string;
  /** A browser in which they are signed in. */
  client(server: Server, who?: "member" | "admin"): Promise<Client>;
}

export async function smallWorld(): Promise<Small> {
  const store = await freshStore();
  const now = systemClock.now();
  const { id: campusId } = await makeCampus(store);
  const email = "lid@broeikas.test";
  const member = await makePerson(store, { name: "Lid", email, ageBand: "26-45", homeCampusId: campusId, password: PASSWORD, now });
  const everywhere = { role: "admin", scopeKind: "instance", scopeId: "instance" } as const;
  const admin = await makePerson(store, { name: "Ada", email: "ada@broeikas.test", ageBand: "26-45", roles: [everywhere], now });
  const ideaId = await plant(store, member, campusId, { title: "Warmtemeter", visibility: "public" }, { now });
  const { path: entry } = await openEntry({ store, campusId, owner: member, ideaId, now });
  const sessions = createSessions({ store, clock: systemClock, env: parseEnv({ PUBLIC_ORIGIN: ORIGIN }) });
  const cookieOf = ({ personId }: Person) => sessions.create(personId, { userAgent: "", ...BY_PASSWORD });
  const cookies = { member: await cookieOf(member), admin: await cookieOf(admin) };
  await store.close();
  return {
    place: placeOf(store),
    member,
    email,
    ideaId,
    entry,
    async client(server, who = "member") {
      const client = new Client(server);
      await client.keepCookie(cookies[who]);
      return client;
    },
  };
}

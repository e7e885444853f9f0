import { expect } from "vitest";
import type { Client } from "#tests/support/app-client";
import { testCtx } from "#tests/support/ctx";
import { openRoom } from "~/domain/rooms/open-room";
import { systemClock } from "~/infra/clock";
import { SESSION_COOKIES } from "~/infra/sessions";
import { fillIn, movedTo } from "./crowd";
import type { Crowd, Member } from "./crowd";
import { listenAt } from "./events";
import type { Listening } from "./events";
import type { OwnProcess } from "./start-server";

/** The room of the first two of a crowd. */
export interface Room {
  /** Writes a message by one of the servers. */
  says(member: Member, server: OwnProcess, body: string): Promise<void>;
  /** The open page of a browser, at the first of the servers, and at the next when its line is cut. */
  opens(client: Client, servers: readonly OwnProcess[]): Promise<Listening>;
}

export async function openRoomOf({ store, members, campusId }: Crowd): Promise<Room> {
  const pair = members.slice(0, 2);
  const ctx = testCtx(store, pair[0]!.person, systemClock.now());
  const sides = pair.map(({ ideaId }) => ({ kind: "idea", subjectId: ideaId }) as const);
  const { roomId } = await store.tx((tx) => openRoom(tx, ctx, { kind: "match", originId: "one", campusId, sides }));
  const page = `/rooms/${roomId}`;
  return {
    async says(member, server, body) {
      const client = await movedTo(server, member.client);
      const sent = await fillIn({ ...member, client }, page, { body });
      expect((await client.post(sent.path, sent.fields)).status).toBe(303);
    },
    async opens(client, servers) {
      const secret = await client.cookie(SESSION_COOKIES[0]);
      return listenAt(servers, `${page}/events`, `${SESSION_COOKIES[0]}=${secret ?? ""}`);
    },
  };
}

import { beforeAll, describe, expect, test, vi } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { listen, until } from "#tests/support/app-listen";
import { buildRoom } from "#tests/support/app-rooms";
import type { RoomIds } from "#tests/support/app-rooms";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { canary, leaksIn } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { plant } from "#tests/support/ideas";
import type { Person } from "~/domain/kernel/actor";
import { writeMessage } from "~/domain/rooms/write-message";
import { markRoomRead } from "~/domain/rooms/mark-room-read";

let app: App;
let world: World;
let room: RoomIds;
const sung = { title: canary("title"), message: canary("message"), note: canary("note"), group: canary("group"), place: canary("place") };

/** Who is in the room (the owner alone is in the team of this idea), and who reads along. */
const INSIDE: readonly Role[] = ["owner", "stranger", "coach", "organiser"];

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  const people = world.people as Readonly<Record<Role, Person>>;
  const ideaId = await plant(app.store, people.owner, world.campus.id, { title: sung.title, visibility: "team" });
  room = await buildRoom(app.store, people, world.campus.id, ideaId, sung);
});

describe("nobody else finds a room", () => {
  const paths = (): string[] => [
    "/rooms",
    `/rooms/${room.room}`,
    `/rooms/${room.room}/board`,
    `/rooms/${room.room}/board?note=${room.note}`,
    `/rooms/${room.room}/events`,
    `/report/message/${room.message}`,
    `/report/note/${room.note}`,
    "/greenhouse",
    "/notices",
    "/matches",
    "/desk",
    "/ideas",
    `/interest/${room.ownersIdea}`,
    "/campus/noord/reports",
    "/account",
    "/account/export",
  ];

  test.each(ROLES.filter((role) => !INSIDE.includes(role)))("%s", async (role) => {
    const client = await app.clientOf(world.people[role]);
    const leaks: string[] = [];
    for (const path of paths()) {
      const answer = await client.get(path, { follow: true });
      leaks.push(...leaksIn(answer.text, Object.values(sung)).map((word) => `${path}: ${word}`));
      // Not even its address stands anywhere but where it was asked for.
      if (!path.includes(room.room) && answer.text.includes(room.room)) leaks.push(`${path}: the room`);
    }
    expect(leaks).toEqual([]);
  });

  test("and those who are in it do: the test can see", async () => {
    const owner = await app.clientOf(world.people.owner);
    const page = await owner.get(`/rooms/${room.room}`);
    const board = await owner.get(`/rooms/${room.room}/board`);
    expect(leaksIn(page.text + board.text, Object.values(sung)).sort()).toEqual(Object.values(sung).sort());
    const coach = await app.clientOf(world.people.coach);
    expect(leaksIn((await coach.get(`/rooms/${room.room}`)).text, [sung.message])).toEqual([sung.message]);
    // A coach reads along, and still is not told the title of an idea they may not see.
    expect((await coach.get(`/rooms/${room.room}`)).text).not.toContain(sung.title);
  });
});

describe("the live channel", () => {
  test("tells an open page of a change, uncompressed, and who is here", async () => {
    const owner = await app.clientOf(world.people.owner);
    const heard = await listen(app, owner, `/rooms/${room.room}/events`);
    expect([heard.status, heard.type, heard.encoding]).toEqual([200, "text/event-stream; charset=utf-8", ""]);
    await until(() => heard.text().includes("event: present"));
    expect(heard.text()).toContain(world.people.owner.personId ?? "-");
    const before = heard.text().match(/event: changed/g)?.length ?? 0;
    await writeMessage(testCtx(app.store, world.people.stranger), room.room, { body: "Hoor je dit?" });
    await until(() => (heard.text().match(/event: changed/g)?.length ?? 0) > before);
    heard.leave();
  });

  test("ends when its person signs out, and says not to come back", async () => {
    const stranger = await app.clientOf(world.people.stranger);
    const heard = await listen(app, stranger, `/rooms/${room.room}/events`);
    await until(() => heard.text().includes("event: changed"));
    await stranger.post("/sign-out", {});
    await until(() => heard.ended());
    expect(heard.text()).toContain('event: end\ndata: "gone"');
  });

  test("is refused to who has six of them open, and to who is not in the room", async () => {
    const owner = await app.clientOf(world.people.owner);
    const all = await Promise.all(Array.from({ length: 6 }, () => listen(app, owner, `/rooms/${room.room}/events`)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await listen(app, owner, `/rooms/${room.room}/events`)).status).toBe(429);
    for (const one of all) one.leave();
    const elsewhere = await app.clientOf(world.people.elsewhere);
    expect((await listen(app, elsewhere, `/rooms/${room.room}/events`)).status).toBe(404);
  });
});

describe("without JavaScript", () => {
  test("a note is put down, voted for, moved and made a need by plain forms", async () => {
    const owner = await app.clientOf(world.people.owner);
    const board = `/rooms/${room.room}/board`;
    await owner.post(board, { intent: "note", body: "Zonder script", groupId: "" });
    const page = await owner.get(board, { follow: true });
    const id = /id="note-([\w-]+)"[^>]*>(?:(?!id="note-).)*Zonder script/s.exec(page.text)?.[1] ?? "";
    expect(id).not.toBe("");
    expect((await owner.post(board, { intent: "vote", id })).status).toBe(303);
    expect((await owner.post(board, { intent: "move", id, groupId: room.group })).status).toBe(303);
    const panel = await owner.get(`${board}?note=${id}`);
    expect(panel.text).toContain('value="into_need"');
    expect((await owner.post(board, { intent: "into_need", id, ideaId: room.ownersIdea, kind: "network" })).status).toBe(303);
    expect((await owner.get(board)).text).toContain("werd een nood");
  });

  test("a message comes back with what is wrong with it, and unread ones are marked by a button", async () => {
    const owner = await app.clientOf(world.people.owner);
    const path = `/rooms/${room.room}?index`;
    const refused = await owner.post(path, { intent: "write", body: "", lang: "nl" });
    expect([refused.status, refused.text.includes('role="alert"')]).toEqual([400, true]);
    await markRoomRead(testCtx(app.store, world.people.owner), room.room);
    expect((await owner.post(path, { intent: "mark_read" })).status).toBe(303);
  });
});

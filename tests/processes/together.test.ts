import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { ideas } from "#db/schema/ideas";
import { Client } from "#tests/support/app-client";
import type { Answer } from "#tests/support/app-client";
import { textOf } from "#tests/support/app-html";
import { parseEnv } from "~/infra/env";
import { PASSWORD_RATE } from "~/web/sign-in";
import { fillIn, movedTo, PASSWORD, startCrowd } from "./crowd";
import type { Crowd, Member } from "./crowd";
import { hearsOf, newestOf } from "./events";
import type { Listening } from "./events";
import { inOneWindow } from "./guesses";
import { openRoomOf } from "./room";
import type { Room } from "./room";
import type { OwnProcess } from "./start-server";

/** How long a server may believe what it read of a page's versions; a timer may ring a moment early. */
const BELIEVED_MS = parseEnv({}).HTML_CACHE_MEMO_MS + 10;
/** An event takes half a second; whole servers share a busy machine with the test. */
const PATIENCE_MS = 10_000;
const believed = (): Promise<void> => new Promise((done) => setTimeout(done, BELIEVED_MS));

describe.skipIf(inject("postgresUrl") === "")("two servers over one database", () => {
  let crowd: Crowd;
  let here: OwnProcess;
  let there: OwnProcess;
  let room: Room;
  /** The browser of who signs in here and out there, with a page that is open meanwhile. */
  let client: Client;
  let entered: Answer;
  let openPage: Listening;

  beforeAll(async () => {
    crowd = await startCrowd({ people: 2 });
    [here, there] = crowd.servers as [OwnProcess, OwnProcess];
    room = await openRoomOf(crowd);
    client = new Client(here);
    const { email } = crowd.members[0]!;
    entered = await client.post("/sign-in", { intent: "password", email, password: PASSWORD, to: "/account" });
    openPage = await room.opens(client, [here]);
  });

  test("who signs in at the one is signed in at the other, and signed out there too", async () => {
    const { email } = crowd.members[0]!;
    expect([entered.status, entered.location]).toEqual([303, "/account"]);
    const moved = await movedTo(there, client);
    const account = await moved.get("/account");
    expect([account.status, textOf(account.text)]).toEqual([200, expect.stringContaining(email)]);
    await openPage.hear(({ name }) => name === "changed", "where the room stands");
    expect((await moved.post("/sign-out", {})).status).toBe(303);
    expect((await client.get("/account")).location).toMatch(/^\/sign-in/);
  });

  test("tries of a password count together, at whichever server they are made", async () => {
    const clients = [new Client(here), new Client(there)];
    const guess = async (email: string): Promise<number[]> => {
      const answers: number[] = [];
      for (let no = 0; no < PASSWORD_RATE.limit + 2; no += 1) {
        const fields = { intent: "password", email, password: `geraden ${no}`, to: "" };
        answers.push((await clients[no % 2]!.post("/sign-in", fields)).status);
      }
      return answers;
    };
    const statuses = await inOneWindow(guess);
    expect(statuses.slice(0, PASSWORD_RATE.limit)).not.toContain(429);
    expect(statuses.slice(PASSWORD_RATE.limit)).toEqual([429, 429]);
  });

  test("an open page hears at the one what was written at the other", async () => {
    const [ann, bob] = crowd.members as [Member, Member];
    const page = await room.opens(bob.client, [there]);
    await page.hear(({ name }) => name === "changed", "where the room stands");
    const [before, since] = [newestOf(page), performance.now()];
    await room.says(ann, here, "Kom je morgen?");
    expect(await hearsOf(page, before, since)).toBeLessThan(PATIENCE_MS);
  });

  describe("a page that both keep ready", () => {
    const visitorReads = async (path: string): Promise<string> => textOf((await new Client(there).get(path)).text);
    const save = async (member: Member, title: string): Promise<void> => {
      const { client, path, fields } = { ...(await fillIn(member, `/ideas/${member.ideaId}/edit`, { title })), client: member.client };
      const answer = await client.post(path, { ...fields, intent: "save" });
      expect([answer.status, answer.location]).toEqual([303, `/ideas/${member.ideaId}`]);
    };

    test("shows a new title at the other server within the time its versions are believed, and no page that went", async () => {
      const [member] = crowd.members as [Member];
      const page = `/ideas/${member.ideaId}`;
      expect(await visitorReads(page)).toContain("Warmtemeter 0");
      expect(await visitorReads("/ideas")).toContain("Warmtemeter 0");
      // Behind the application's back, so without a new version: that this does not show proves that the page is a kept one.
      await crowd.store.tx((tx) => tx.update(ideas).set({ title: "Achter de rug" }).where(eq(ideas.id, member.ideaId)));
      await believed();
      expect(await visitorReads(page)).toContain("Warmtemeter 0");

      await save(member, "Koudemeter");
      await believed();
      const [own, list] = [await visitorReads(page), await visitorReads("/ideas")];
      expect([own, list]).toEqual([expect.stringContaining("Koudemeter"), expect.stringContaining("Koudemeter")]);
      expect(own + list).not.toContain("Warmtemeter 0");

      const archive = await member.client.post(`${page}/edit`, { intent: "archive" });
      expect(archive.status).toBe(303);
      await believed();
      expect((await new Client(there).get(page)).status).toBe(404);
      expect(await visitorReads("/ideas")).not.toContain("Koudemeter");
    });
  });

  test("a page that was open when its person signed out elsewhere is told to end", async () => {
    const { data } = await openPage.hear(({ name }) => name === "end", "the end");
    expect([data, openPage.cuts()]).toEqual(["gone", 0]);
  });
});

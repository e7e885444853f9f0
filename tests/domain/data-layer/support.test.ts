import { connect } from "node:net";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTransport } from "nodemailer";
import { describe, expect, test } from "vitest";
import { pageVersions } from "#db/schema/across";
import { makeCast } from "#tests/support/actors";
import { canary, expectHidden, expectShown, leaksIn } from "#tests/support/canary";
import { allowConsoleError, consoleErrors, unexpectedConsole } from "#tests/support/console";
import { NOW, testCtx } from "#tests/support/ctx";
import { startSmtp } from "#tests/support/smtp";
import { freshStore } from "#tests/support/store";

describe("the support of the tests", () => {
  test("gives each test a database of its own", async () => {
    const [one, two] = await Promise.all([freshStore(), freshStore()]);
    await one.tx(async (tx) => tx.insert(pageVersions).values({ tag: "a", n: 1 }));
    expect(await one.db.select().from(pageVersions)).toHaveLength(1);
    expect(await two.db.select().from(pageVersions)).toEqual([]);
  });

  test("gives people with the keys their rows open", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    expect(cast.visitor.keys).toEqual(["public"]);
    expect(new Set(cast.learner.keys)).toEqual(new Set(["public", `person:${cast.learner.personId}`, `campus:${cast.campus.id}`]));
    expect(new Set(cast.coach.keys)).toEqual(
      new Set(["public", `person:${cast.coach.personId}`, `campus:${cast.campus.id}`, `coaches:${cast.campus.id}`]),
    );
    expect(new Set(cast.companyMember.keys)).toEqual(
      new Set(["public", `person:${cast.companyMember.personId}`, `companies:${cast.campus.id}`]),
    );
    expect(cast.elsewhere.keys).toContain(`campus:${cast.otherCampus.id}`);
    expect(cast.elsewhere.keys).not.toContain(`campus:${cast.campus.id}`);
    expect(cast.admin.roles).toEqual([{ role: "admin", scopeKind: "instance", scopeId: "instance" }]);
  });

  test("gives contexts at a fixed moment, with ids that never come twice in one store", async () => {
    const store = await freshStore();
    const { learner } = await makeCast(store);
    const contexts = [testCtx(store), testCtx(store, learner), testCtx(store, { actor: learner, now: "2026-12-01T08:00:00Z", via: "job" })];
    expect(contexts.map((ctx) => ctx.now.toISOString())).toEqual([NOW.toISOString(), NOW.toISOString(), "2026-12-01T08:00:00.000Z"]);
    expect(contexts.map((ctx) => ctx.actor.personId)).toEqual([null, learner.personId, learner.personId]);
    const ids = contexts.flatMap((ctx) => [ctx.newId(), ctx.newId()]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(() => testCtx(store, { now: "someday" })).toThrow(RangeError);
  });

  test("finds a canary in whatever shape it left", () => {
    const secret = canary("title");
    const shapes = [
      `<p>${secret}</p>`,
      { deep: [new Map([["a", secret.toUpperCase()]])] },
      Buffer.from(secret).toString("hex"),
      Buffer.from(`{"x":"${secret}"}`).toString("base64"),
      Buffer.from(`12${secret}45`).toString("base64url"),
      new Error(secret),
    ];
    for (const shape of shapes) expect(leaksIn(shape, [secret])).toEqual([secret]);
    expectShown(`a ${secret}`, secret);
    expectHidden("nothing here", secret, canary("title"));
    expect(() => expectHidden([secret], secret)).toThrow();
  });

  test("lets nothing outside be reached that the test does not name, by fetch or by a bare socket", async () => {
    allowConsoleError(/intercepted a request without a matching request handler/);
    await expect(fetch("https://elsewhere.example/page")).rejects.toThrow();
    expect(consoleErrors()).toHaveLength(1);
    expect(unexpectedConsole()).toEqual([]);
    const socket = connect(25, "198.51.100.7");
    await expect(new Promise((_resolve, reject) => socket.once("error", reject))).rejects.toThrow(/reached for 198\.51\.100\.7/);
  });

  test("lets servers of our own be reached", async () => {
    const server = createServer((_request, response) => response.end("ours"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(await answer.text()).toBe("ours");
    await new Promise((resolve) => server.close(resolve));
  });

  test("receives mail as a real server, and fails on command", async () => {
    const smtp = await startSmtp();
    const mailer = createTransport(smtp.url);
    const mail = {
      from: "a@broeikas.test",
      to: "Zoë <z@broeikas.test>",
      subject: "Dag Zoë, één regel die langer is dan wat in een kop past",
      text: "Hé = ja",
      html: "<p>Hé</p>",
    };
    await mailer.sendMail(mail);
    expect(smtp.mails).toMatchObject([
      { from: "a@broeikas.test", to: ["z@broeikas.test"], subject: mail.subject, text: "Hé = ja", html: "<p>Hé</p>" },
    ]);
    smtp.behave({ failAt: "to", code: 550 });
    await expect(mailer.sendMail(mail)).rejects.toMatchObject({ responseCode: 550 });
    smtp.behave({ failAt: "drop" });
    await expect(mailer.sendMail(mail)).rejects.toThrow();
    expect({ kept: smtp.mails.length, offered: smtp.attempts() }).toEqual({ kept: 1, offered: 2 });
    mailer.close();
  });
});

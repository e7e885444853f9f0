import fc from "#tests/support/fast-check";
import { measured } from "#tests/support/processor";
import { expect, test } from "vitest";
import { audit, outbox } from "#db/schema/across";
import { inviteLists, invites } from "#db/schema/identity";
import { makeCampus, makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { acceptInviteByLink, peekInvite } from "~/domain/identity/accept-invite";
import { inviteList } from "~/domain/identity/invite-list/invite-list";
import { judgeList } from "~/domain/identity/invite-list/judge-list";
import { invitesOfList, listsOf, listToRun, recordListExport } from "~/domain/identity/invite-list/queries";
import { LIST_MAX } from "~/domain/identity/invite-list/limits";
import type { ListRow } from "~/domain/identity/invite-list/read-list";
import { decodeTable, readList } from "~/domain/identity/invite-list/read-list";
import { remindList } from "~/domain/identity/invite-list/remind-list";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { runRetention } from "~/domain/identity/privacy/run-retention";
import { invitesOfScope } from "~/domain/identity/queries";
import { withdrawInvite } from "~/domain/identity/withdraw-invite";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after, days, hours } from "~/domain/kernel/time";
import { deliver, refusalOf, secretIn } from "./post";

const DEFAULTS = { role: "learner", locale: "nl", givable: ["learner", "coach", "expert", "organiser"] } as const;
const read = (table: string) => {
  const list = readList(table, DEFAULTS);
  if (typeof list === "string") throw new Error(list);
  return list;
};
const plain = (rows: readonly ListRow[]) =>
  rows.map(({ email, name, role, locale, problem }) => [email, name, role, locale, problem ?? "ok"].join("|"));

test.each([
  [
    "a Dutch Excel",
    "Voornaam;Naam;E-mail;Taal;Rol\r\nJan;Peeters;jan@school.be;Nederlands;leerling\r\nZoë;D'Hondt;zoe@school.be;FR;Coach\r\n",
  ],
  [
    "a French one",
    "Prénom;Nom;Adresse e-mail;Langue;Rôle\nJan;Peeters;jan@school.be;néerlandais;élève\nZoë;D'Hondt;zoe@school.be;français;coach",
  ],
  [
    "an English one, with commas and quotes",
    'First name,Last name,Email address,Language,Role\n"Jan",Peeters,jan@school.be,nl,Student\nZoë,"D\'Hondt",zoe@school.be,French,"coach"',
  ],
  [
    "other columns in another order",
    "Klas\tRol\tE-mailadres\tNaam\tVoornaam\tTaal\n5A\t\tjan@school.be\tPeeters\tJan\t\n5A\tcoach\tzoe@school.be\tD'Hondt\tZoë\tfr",
  ],
  ["no heads", "Jan,Peeters,jan@school.be,nl,leerling\nZoë,D'Hondt,zoe@school.be,fr,coach"],
  ["what Excel says itself", "sep=;\nVoornaam;Naam;E-mail;Taal;Rol\nJan;Peeters;jan@school.be;;\nZoë;D'Hondt;zoe@school.be;fr;coach"],
  [
    "blank lines and spaces",
    "\n\n  E-mail ; Voornaam ; Naam ; taal ; rol \n\n jan@school.be ; Jan ; Peeters ; ; \n;;;;\n zoe@school.be;Zoë;D'Hondt;fr;coach\n\n",
  ],
])("reads %s", (_name, table) => {
  expect(plain(read(table))).toEqual(["jan@school.be|Jan Peeters|learner|nl|ok", "zoe@school.be|Zoë D'Hondt|coach|fr|ok"]);
  expect(plain(read(`\uFEFF${table}`))).toEqual(plain(read(table)));
});

test("reads addresses alone, and as mail programs copy them", () => {
  expect(plain(read("jan@school.be\nzoe@school.be"))).toEqual(["jan@school.be||learner|nl|ok", "zoe@school.be||learner|nl|ok"]);
  expect(plain(read("Jan Peeters <jan@school.be>; Zoë <zoe@school.be>"))).toEqual([
    "jan@school.be|Jan Peeters|learner|nl|ok",
    "zoe@school.be|Zoë|learner|nl|ok",
  ]);
});

test("reads the code pages of Excel, and knows a workbook", () => {
  const table = "Voornaam;E-mail\r\nZoë;zoe@school.be\r\nRenée;renee@school.be";
  const latin = Uint8Array.from([...table].map((letter) => letter.charCodeAt(0)));
  const wide = Uint8Array.from([0xff, 0xfe, ...[...table].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  for (const bytes of [latin, wide, new TextEncoder().encode(table)]) {
    expect(plain(read(decodeTable(bytes) ?? "")).map((row) => row.split("|")[1])).toEqual(["Zoë", "Renée"]);
  }
  expect(decodeTable(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).toBeNull();
});

test("tells of each row why it invites nobody, and passes none over", () => {
  const rows = read(
    'E-mail;Naam;Rol\njan@school.be;Jan;\nJAN@School.be;Jan weer;\njan@school.be;;coach\ngeen adres;An;\n;Leeg;\nbo@school.be;Bo;jurylid\n"open;x\nels@school.be;Els;',
  );
  expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, null],
    [3, "twice"],
    [4, null],
    [5, "bad_address"],
    [6, "no_address"],
    [7, "bad_role"],
    [8, "unreadable"],
    [9, null],
  ]);
  const many = (n: number): string => Array.from({ length: n }, (_, i) => `p${i}@school.be`).join("\n");
  expect(read(many(LIST_MAX))).toHaveLength(LIST_MAX);
  expect(readList(many(LIST_MAX + 1), DEFAULTS)).toBe("too_many");
  expect([readList("", DEFAULTS), readList(" \n;;\n", DEFAULTS), readList("E-mail;Naam\n", DEFAULTS)]).toEqual(["empty", "empty", "empty"]);
});

test("no table, however odd, breaks the reading, takes long, or gives a row that could not be kept", () => {
  const bit = fc.constantFrom(
    "jan@school.be",
    "é",
    '"',
    '""',
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "=1+1",
    "<",
    ">",
    "@",
    "\0",
    "E-mail",
    "rol",
    "sep=",
    "a".repeat(300),
    " ",
  );
  const odd = fc.oneof(
    fc.array(bit, { maxLength: 80 }).map((bits) => bits.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  fc.assert(
    fc.property(odd, (table) => {
      const list = readList(table, DEFAULTS);
      if (typeof list === "string") return;
      for (const { name, role, locale, problem, email } of list) {
        expect([...name].length).toBeLessThanOrEqual(80);
        expect(`${name}${email}`).not.toMatch(/[\n\r\0]/);
        expect(DEFAULTS.givable.includes(role as "learner") && ["nl", "fr", "en"].includes(locale)).toBe(true);
        if (problem === null) expect(email).toMatch(/^[^@\s]+@[^@\s]+$/);
      }
    }),
    { numRuns: 80 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readList(decodeTable(bytes) ?? "", DEFAULTS)),
    { numRuns: 30 },
  );
  const longs = [
    '"'.repeat(60_000),
    ",".repeat(60_000),
    '"a\n'.repeat(20_000),
    "a\n".repeat(40_000),
    `${"<".repeat(40_000)}>`,
    "@;".repeat(40_000),
  ];
  expect(measured(() => longs.map((long) => readList(long, DEFAULTS))).ms).toBeLessThan(5_000);
});

const LIST = "0192f0c4-0000-7000-8000-00000000000a";

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const rows = Array.from(
    { length: 230 },
    (_, i) => ({ email: `p${i}@school.be`, name: `Persoon ${i}`, role: "learner", locale: "fr" }) as const,
  );
  const send = (by: Person, listId = LIST, now = NOW) =>
    inviteList(testCtx(store, by, now), { listId, campusId: cast.campus.id, name: "5A", rows });
  return { store, cast, rows, send };
}
const open = async (store: Store) => (await store.db.select().from(invites)).filter(({ role }) => role === "learner");

test("a row says what will happen, and of an account elsewhere nothing", async () => {
  const { store, cast } = await world();
  const other = await makeCampus(store);
  const scope = { kind: "campus", id: cast.campus.id } as const;
  await makePerson(store, { email: "hier@school.be", homeCampusId: cast.campus.id });
  await makePerson(store, { email: "elders@school.be", homeCampusId: other.id });
  await makePerson(store, { email: "geschorst@school.be" });
  await inviteToRole(testCtx(store, cast.organiser), { email: "gevraagd@school.be", role: "learner", scope, locale: "nl" });
  const table = "hier@school.be\nelders@school.be\ngeschorst@school.be\ngevraagd@school.be\nnieuw@school.be\nnieuw@school.be";
  const judged = await judgeList(store.db, cast.campus.id, read(table), NOW);
  expect(judged.map(({ outcome }) => outcome)).toEqual(["member", "new", "new", "invited", "new", "twice"]);
});

test("everybody is invited once, however often it is sent, and the mails leave a hundred a minute", async () => {
  const { store, cast, send } = await world();
  await makePerson(store, { email: "p3@school.be", homeCampusId: cast.campus.id });
  expect(await send(cast.organiser)).toEqual({ invited: 229 });
  expect(await send(cast.organiser)).toEqual({ invited: 0 });
  expect(await open(store)).toHaveLength(229);
  const mails = (await store.db.select().from(outbox)).filter(({ template }) => template === "role_invite");
  const minutesOf = mails.map(({ dueAt }) => (dueAt.getTime() - NOW.getTime()) / 60_000);
  expect([0, 1, 2].map((minute) => minutesOf.filter((one) => one === minute).length)).toEqual([100, 100, 29]);
  const trail = (await store.db.select().from(audit)).map(({ action }) => action);
  expect(trail.filter((action) => action === "invite.sent")).toHaveLength(229);
  expect(trail.filter((action) => action === "invite_list.made")).toHaveLength(1);
  expect(await invitesOfScope(store.db, cast.campus.id, NOW)).toEqual([]);
});

test("the same form sent at once, and two organisers with the same class: one invitation each", async () => {
  const { store, cast, send } = await world();
  const scope = { role: "organiser" as const, scopeId: cast.campus.id };
  const second = await makePerson(store, { roles: [scope] });
  const sent = await Promise.all([send(cast.organiser), send(cast.organiser), send(second, "0192f0c4-0000-7000-8000-00000000000b")]);
  expect(sent.reduce((sum, { invited }) => sum + invited, 0)).toBe(230);
  expect(new Set((await open(store)).map(({ emailKey }) => emailKey)).size).toBe(230);
  expect(await open(store)).toHaveLength(230);
  expect((await store.db.select().from(outbox)).filter(({ template }) => template === "role_invite")).toHaveLength(230);
  // A list belongs to who made it.
  expect(await refusalOf(send(second))).toBe("not_found");
});

test("only who may invite there, only roles of a campus, and no more than 3,000 in a day", async () => {
  const { store, cast, rows, send } = await world();
  for (const who of [cast.coach, cast.learner]) expect(await refusalOf(send(who))).toBe("forbidden");
  const one = (role: "admin" | "learner", n: number) =>
    inviteList(testCtx(store, cast.organiser), {
      listId: LIST,
      campusId: cast.campus.id,
      name: "",
      rows: Array.from({ length: n }, () => ({ ...rows[0], email: "a@school.be", name: "", locale: "nl", role })),
    });
  expect(await refusalOf(one("admin", 1))).toBe("forbidden");
  expect([await refusalOf(one("learner", 0)), await refusalOf(one("learner", 1_001))]).toEqual(["invalid", "invalid"]);
  expect(await store.db.select().from(inviteLists)).toEqual([]);
  const many = Array.from({ length: 2_900 }, (_, i) => ({
    id: `i${i}`,
    emailKey: `k${i}`,
    email: `k${i}`,
    role: "learner" as const,
    scopeKind: "campus" as const,
    scopeId: "x",
    locale: "nl" as const,
    invitedBy: cast.organiser.personId,
    createdAt: NOW,
    dueAt: NOW,
  }));
  for (let from = 0; from < many.length; from += 290)
    await store.tx(async (tx) => void (await tx.insert(invites).values(many.slice(from, from + 290))));
  expect(await refusalOf(send(cast.organiser))).toBe("too_many");
  expect(await send(cast.organiser, LIST, after(NOW, hours(25)))).toEqual({ invited: 230 });
});

test("who came, who not yet and who too late; those open are mailed again once a day, and all can be taken along", async () => {
  const { store, cast, rows } = await world();
  const ctx = testCtx(store, cast.organiser);
  await inviteList(ctx, { listId: LIST, campusId: cast.campus.id, name: "5A", rows: rows.slice(0, 4) });
  const { mails } = await deliver(store, after(NOW, hours(1)));
  expect(mails.map(({ to, text }) => [to, text.includes("Bonjour Persoon")])).toEqual(rows.slice(0, 4).map(({ email }) => [email, true]));
  const secret = secretIn(mails[0]);
  expect(await peekInvite(store.db, secret, NOW)).toMatchObject({ name: "Persoon 0", needsAccount: true });
  await acceptInviteByLink(testCtx(store, {}), secret, { name: "Nul", ageBand: "16-17" });
  const of = async (now: Date) => (await invitesOfList(store.db, LIST, now)).map(({ state }) => state);
  const [, second] = await invitesOfList(store.db, LIST, NOW);
  await withdrawInvite(ctx, second?.id ?? "");
  expect(await of(NOW)).toEqual(["accepted", "withdrawn", "open", "open"]);
  expect(await of(after(NOW, days(15)))).toEqual(["accepted", "withdrawn", "expired", "expired"]);
  expect(await listsOf(store.db, cast.organiser, cast.campus.id)).toMatchObject([{ name: "5A", invited: 4, accepted: 1 }]);

  const remind = (by: Person, ms: number) => remindList(testCtx(store, by, after(NOW, ms)), LIST);
  expect(await remind(cast.organiser, hours(2))).toEqual({ reminded: 0 });
  expect(await remind(cast.organiser, hours(30))).toEqual({ reminded: 2 });
  await remind(cast.organiser, hours(31));
  expect((await deliver(store, after(NOW, hours(31)))).mails.map(({ to }) => to)).toEqual(["p2@school.be", "p3@school.be"]);
  expect(await remind(cast.organiser, days(15))).toEqual({ reminded: 0 });

  for (const who of [cast.coach, cast.learner]) {
    expect(await refusalOf(remind(who, 0))).toBe("not_found");
    expect(await refusalOf(listToRun(store.db, who, LIST))).toBe("not_found");
    expect(await refusalOf(listsOf(store.db, who, cast.campus.id))).toBe("not_found");
    expect(await refusalOf(recordListExport(testCtx(store, who), LIST))).toBe("not_found");
  }
  await recordListExport(ctx, LIST);
  // What nobody answered goes half a year after its last day, with its names.
  await runRetention(testCtx(store, { via: "job", now: after(NOW, days(14 + 180)) }));
  expect(await of(NOW)).toEqual(["accepted"]);
});

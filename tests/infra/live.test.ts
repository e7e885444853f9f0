import { afterEach, expect, test } from "vitest";
import type { Listener, Live, LiveOptions } from "~/infra/live";
import { createLive } from "~/infra/live";

let live: Live | undefined;
afterEach(() => live?.close());

/** Versions by channel, how often they were read, and the hub over them. */
function hub(options: Partial<LiveOptions> = {}) {
  const versions = new Map<string, number>();
  const reads: string[][] = [];
  const readVersions = async (channels: readonly string[]) => {
    reads.push([...channels]);
    return versions;
  };
  live = createLive({ readVersions, pollMs: 5, ...options });
  return { versions, reads, live };
}

interface Heard {
  readonly status: number;
  readonly text: () => string;
  readonly leave: () => void;
  readonly done: Promise<void>;
}

/** Listens as a browser does, and keeps what it hears. */
function listen(
  on: Live,
  channel: string,
  personId: string,
  isAllowed: () => Promise<boolean> = async () => true,
  more: Pick<Listener, "most" | "unseen"> = {},
): Heard {
  const abort = new AbortController();
  const request = new Request("http://live.test/", { signal: abort.signal });
  const answer = on.open({ channel, personId, isAllowed, request, ...more });
  let text = "";
  const reading = async (): Promise<void> => {
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) return;
      text += decoder.decode(part.value);
    }
  };
  return { status: answer.status, text: () => text, leave: () => abort.abort(), done: reading() };
}

const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 4_000 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
};

test("whoever listens hears of a new version, once, and nobody of other channels", async () => {
  const { versions, live } = hub();
  versions.set("room:a", 4);
  const [a, b] = [listen(live, "room:a", "ann"), listen(live, "room:b", "bob")];
  await until(() => a.text().includes('"n":4') && b.text().includes('"n":0'));
  versions.set("room:a", 5);
  await until(() => a.text().includes('"n":5'));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(a.text().match(/event: changed/g)).toHaveLength(2);
  expect(b.text().match(/event: changed/g)).toHaveLength(1);
});

test("versions are read once for all who listen, and not at all while nobody does", async () => {
  const { reads, live } = hub();
  const all = Array.from({ length: 60 }, (_, i) => listen(live, "room:a", `p${i}`));
  await until(() => all.every(({ text }) => text().includes("changed")));
  expect(reads.every((channels) => channels.length === 1)).toBe(true);
  for (const one of all) one.leave();
  await Promise.all(all.map(({ done }) => done));
  expect(live.size()).toEqual({ listeners: 0, channels: 0 });
  const before = reads.length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(reads.length).toBe(before);
});

test("who is here is told, each person once, and who leaves is not here any more", async () => {
  const { live } = hub();
  const [a, again, b] = [listen(live, "room:a", "ann"), listen(live, "room:a", "ann"), listen(live, "room:a", "bob")];
  await until(() => b.text().includes('["ann","bob"]'));
  expect(live.present("room:a")).toEqual(["ann", "bob"]);
  b.leave();
  await until(() => a.text().endsWith('event: present\ndata: ["ann"]\n\n'));
  again.leave();
  expect(live.present("room:a")).toEqual(["ann"]);
});

test("who may listen no more is let go and told not to come back", async () => {
  let allowed = true;
  const { live } = hub({ recheckMs: 10 });
  const [a, b] = [listen(live, "room:a", "ann", async () => allowed), listen(live, "room:a", "bob")];
  await until(() => a.text().includes("changed"));
  allowed = false;
  await a.done;
  expect(a.text()).toContain('event: end\ndata: "gone"');
  expect(live.present("room:a")).toEqual(["bob"]);
  expect(b.text()).not.toContain("end");
});

test("a person has so many streams, a process too, and none once it stops", async () => {
  const { live } = hub({ perPerson: 2, most: 3 });
  const [one, two, three] = [listen(live, "room:a", "ann"), listen(live, "room:b", "ann"), listen(live, "room:c", "ann")];
  expect([one.status, two.status, three.status]).toEqual([200, 200, 429]);
  expect(listen(live, "room:a", "bob").status).toBe(200);
  expect(listen(live, "room:a", "cas").status).toBe(503);
  live.close();
  await Promise.all([one.done, two.done]);
  expect(one.text()).not.toContain("gone");
  expect(listen(live, "room:a", "dirk").status).toBe(503);
});

test("a sign of life comes though nothing happens, and a reading that fails ends nothing", async () => {
  let broken = false;
  const errors: unknown[] = [];
  live = createLive({
    readVersions: async () => {
      if (broken) throw new Error("database away");
      return new Map();
    },
    pollMs: 5,
    heartbeatMs: 10,
    onError: (error) => errors.push(error),
  });
  const a = listen(live, "room:a", "ann");
  await until(() => a.text().includes(": beat"));
  broken = true;
  await until(() => errors.length > 1);
  broken = false;
  const beats = a.text().split(": beat").length;
  await until(() => a.text().split(": beat").length > beats);
});

test("a hall behind one address may listen together, and nobody of it is told who else does", async () => {
  const { live } = hub({ perPerson: 2 });
  const hall = { most: 3, unseen: true };
  const phones = [1, 2, 3, 4].map(() => listen(live, "show:a", "network:192.0.2.1", undefined, hall));
  expect(phones.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  const ann = listen(live, "show:a", "ann");
  await until(() => phones[0]?.text().includes("event: changed") === true && ann.text().includes("event: present"));
  expect(phones.map(({ text }) => text()).join()).not.toContain("present");
  expect(ann.text()).not.toContain("network");
  expect(live.present("show:a")).toEqual(["ann"]);
});

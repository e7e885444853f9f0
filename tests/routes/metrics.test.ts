import type { ServerBuild } from "@remix-run/node";
import { beforeAll, expect, test, vi } from "vitest";
import { remixBuild } from "#tests/support/app";
import { routeNames } from "~/server/metrics";

let build: ServerBuild;
beforeAll(async () => {
  build = await remixBuild();
});

test("every route is counted under its own pattern, whichever id is asked for", async () => {
  const nameOf = routeNames(() => build);
  await vi.waitFor(() => expect(nameOf("/")).toBe("/"), { timeout: 10_000 });
  const placed = Object.values(build.routes).filter((route) => route?.parentId !== undefined);
  const patterns = [...new Set(placed.map((route) => `/${route?.path ?? ""}`))];
  expect(patterns.length).toBeGreaterThan(100);
  const asked = (pattern: string): string => pattern.replace(/:\w+/g, "0199aabb-1234");
  expect(patterns.map((pattern) => nameOf(asked(pattern)))).toEqual(patterns);
  expect(patterns.filter((pattern) => pattern !== "/").map((pattern) => nameOf(`${asked(pattern)}.data`))).toEqual(
    patterns.filter((pattern) => pattern !== "/"),
  );
});

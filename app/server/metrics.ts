import { createHash, timingSafeEqual } from "node:crypto";
import type { ServerBuild } from "@remix-run/node";
import type { Request, RequestHandler } from "express";

import type { Metrics } from "~/infra/metrics";

import type { GetBuild } from "./remix";

const SERVICE = new Set(["/healthz", "/readyz", "/metrics"]);
const STATIC = /^\/(assets|fonts|icons|images)\/|^\/[\w-]+\.(ico|svg|txt|png|webmanifest)$/;

/** Names addresses by their pattern, so that there are as many names as routes, whatever is asked for. */
export type RouteNames = (path: string) => string;

type Placed = { readonly path?: string; readonly parentId?: string };

/** The patterns of a build's routes, most exact first. */
function patternsOf({ routes }: ServerBuild): { pattern: string; test: RegExp }[] {
  const all = routes as Record<string, Placed | undefined>;
  const whole = (route: Placed | undefined): string =>
    route === undefined
      ? ""
      : [route.parentId === undefined ? "" : whole(all[route.parentId]), route.path ?? ""].filter((part) => part !== "").join("/");
  const patterns = new Set(
    Object.values(all)
      .filter((route) => route?.parentId !== undefined)
      .map((route) => `/${whole(route)}`),
  );
  const exactness = (pattern: string): string =>
    // A whole step comes after a part of one: `:code.pdf` before `:code`.
    pattern
      .replace(/:\w+\??(?=\/|$)/g, "\uffff\uffff")
      .replace(/:\w+\??/g, "\uffff")
      .replace("*", "\uffff\uffff\uffff");
  return [...patterns].sort((a, b) => (exactness(a) < exactness(b) ? -1 : 1)).map((pattern) => ({ pattern, test: testOf(pattern) }));
}

function testOf(pattern: string): RegExp {
  const steps = pattern
    .slice(1)
    .split("/")
    .map((step) => {
      if (step === "*") return "(/.*)?";
      const plain = step.split(/:\w+\??/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return `/${plain.join("[^/]+")}`;
    });
  return new RegExp(`^${steps.join("")}/?$`);
}

/** Makes the names out of the build's routes, at the first request. */
export function routeNames(getBuild: GetBuild): RouteNames {
  // By the first step, so that a name is looked for among a few patterns.
  let byStep: Map<string, { pattern: string; test: RegExp }[]> | undefined;
  const asked = Promise.resolve().then(getBuild).then(patternsOf);
  asked.then(
    (patterns) => {
      byStep = new Map();
      for (const one of patterns) byStep.set(stepOf(one.pattern), [...(byStep.get(stepOf(one.pattern)) ?? []), one]);
    },
    () => undefined,
  );
  return (path) => {
    if (SERVICE.has(path)) return path;
    if (STATIC.test(path)) return "static";
    const page = path === "/_root.data" ? "/" : path.replace(/\.data$/, "");
    return byStep?.get(stepOf(page))?.find(({ test }) => test.test(page))?.pattern ?? "none";
  };
}

const stepOf = (path: string): string => {
  const end = path.indexOf("/", 1);
  return end === -1 ? path : path.slice(0, end);
};

/** Measures every request until its answer is sent. A stream of events lasts as long as its page is open, and is no slow answer. */
export function requestMetrics(metrics: Metrics, nameOf: RouteNames): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const { method, path } = req;
    res.once("close", () => {
      const type = res.getHeader("Content-Type");
      if (typeof type === "string" && type.startsWith("text/event-stream")) return;
      // Who went away before the answer was there got none, whatever status was meant.
      const status = res.writableFinished ? res.statusCode : 499;
      metrics.request({ method, route: nameOf(path), status, seconds: (performance.now() - began) / 1000 });
    });
    next();
  };
}

/** `/metrics` for who is on this machine or has the token. For everybody else there is no such page. */
export function metricsRoute(metrics: Metrics, token: string | undefined): RequestHandler {
  return (req, res, next) => {
    if (req.path !== "/metrics" || req.method !== "GET" || !mayRead(req, token)) return next();
    metrics.text().then((text) => {
      res.setHeader("Cache-Control", "no-store");
      res.type(metrics.contentType).end(text);
    }, next);
  };
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

function mayRead(req: Request, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/.exec(req.headers.authorization ?? "")?.[1];
  if (token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token))) return true;
  // The address of the connection, which no header changes. A proxy on this machine connects from here as well, but says for whom.
  const here = LOOPBACK.test(req.socket.remoteAddress ?? "") && LOOPBACK_HOST.test(req.headers.host ?? "");
  return here && FORWARDED.every((name) => req.headers[name] === undefined);
}

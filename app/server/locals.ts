import type { Response } from "express";

import type { PageMarks } from "~/infra/html-cache";

/** What the middleware of one request leaves for the next, in `res.locals`. */
export interface Locals {
  requestId: string;
  /** Nonce of this response's Content-Security-Policy. */
  nonce: string;
  /** The whole body of a form, read and measured by the body guard. */
  body?: Buffer;
  /** True for a form with files, which is still to be read. */
  streamed?: boolean;
  /** Set while a page is rendered for the shared cache. */
  page?: PageMarks;
  /** True once such a render asked for a header of its own, such as a cookie: then it is not for everyone. */
  personal?: boolean;
}

/** The typed view of `res.locals`. */
export function localsOf(res: Response): Locals {
  return res.locals as Locals;
}

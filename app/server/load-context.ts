import type { Request, Response } from "express";

import type { LoadContext } from "~/infra/load-context";

import { localsOf } from "./locals";

/** The services of one process, opened by the composition root. */
export type Services = Omit<LoadContext, "requestId" | "nonce" | "ip" | "appendHeader" | "page">;

/** Gives the load context of a request. */
export type GetLoadContext = (req: Request, res: Response) => LoadContext;

/** Builds load contexts out of the services of the process. */
export function createLoadContext(services: Services): GetLoadContext {
  return (req, res) => {
    const locals = localsOf(res);
    const { requestId, nonce, page } = locals;
    return {
      ...services,
      log: services.log.child({ requestId }),
      requestId,
      // A shared page names its inline scripts by hash; a nonce in it would be everyone's.
      nonce: page?.shared ? "" : nonce,
      ip: req.ip ?? "",
      page,
      appendHeader: (name, value) => {
        if (page?.shared) locals.personal = true;
        else res.append(name, value);
      },
    };
  };
}

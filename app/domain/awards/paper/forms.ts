import { z } from "zod";
import { count } from "../form-parts";

/** `settlePaper(ctx, …)` and `dropPaper(ctx, …)`: the revision the page holds; the choices are looked at by the use case. */
export const revisionForm = z.object({ revision: count });

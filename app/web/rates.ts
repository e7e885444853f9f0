import { minutes } from "~/domain/kernel/time";

/** Looking at certificates by their code: many for a class that shares an address, too few to guess one. */
export const CERTIFICATE_RATE = { name: "certificate", limit: 120, ipLimit: 600, windowMs: minutes(15) };

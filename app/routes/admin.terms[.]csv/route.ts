import { termTable } from "~/domain/campus/terms/term-table";
import { defineAdminLoader } from "~/web/admin";
import { csvAnswer } from "~/web/csv";

/** The whole list as a table that `broeikas import terms` takes in again. */
export const loader = defineAdminLoader(async ({ ctx }) => csvAnswer(await termTable(ctx), "broeikas-terms"));

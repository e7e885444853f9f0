import { fileAnswer } from "~/web/download";
import { redirect } from "@remix-run/node";
import { definePersonLoader } from "~/web/route";
import { exportStream } from "~/web/export-stream";
import { exportMyData, filesOfPerson } from "./export.server";

/** Everything Broeikas keeps of the person who asks, as one JSON file, with the files they sent. */
export const loader = definePersonLoader(async ({ ctx }) => {
  // What somebody wrote as a juror or a coach is part of it.
  if (ctx.rolesWait) throw redirect("/account/security");
  const files = await filesOfPerson(ctx.store.db, ctx.actor.personId);
  const body = exportStream(await exportMyData(ctx), files, (key) => ctx.web.files.get(key));
  const day = ctx.now.toISOString().slice(0, 10);
  return fileAnswer(body, { name: `broeikas-${day}.json`, type: "application/json; charset=utf-8" });
});

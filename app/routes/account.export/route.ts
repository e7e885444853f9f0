import { fileAnswer } from "~/web/download";
import { definePersonLoader } from "~/web/route";
import { exportStream } from "~/web/export-stream";
import { exportMyData, filesOfPerson } from "./export.server";

/** Everything Broeikas keeps of the person who asks, as one JSON file, with the files they sent. */
export const loader = definePersonLoader(async ({ ctx }) => {
  const files = await filesOfPerson(ctx.store.db, ctx.actor.personId);
  const body = exportStream(await exportMyData(ctx), files, (key) => ctx.web.files.get(key));
  const day = ctx.now.toISOString().slice(0, 10);
  return fileAnswer(body, { name: `broeikas-${day}.json`, type: "application/json; charset=utf-8" });
});

import { fileAnswer } from "~/web/download";
import { redirect } from "@remix-run/node";
import { exportZip } from "~/web/export-zip";
import { definePersonLoader } from "~/web/route";
import { exportMyData, filesOfPerson, photoFile } from "./export.server";

/** Everything Broeikas keeps of the person who asks, as one archive, with the files they sent. */
export const loader = definePersonLoader(async ({ ctx }) => {
  // What somebody wrote as a juror or a coach is part of it.
  if (ctx.rolesWait) throw redirect("/account/security");
  const body = exportZip({
    contexts: await exportMyData(ctx),
    files: [...(await photoFile(ctx.store.db, ctx.actor.personId)), ...(await filesOfPerson(ctx.store.db, ctx.actor.personId))],
    read: (key) => ctx.web.files.get(key),
    locale: ctx.actor.locale,
    at: ctx.now,
  });
  return fileAnswer(body, { name: `broeikas-${ctx.now.toISOString().slice(0, 10)}.zip`, type: "application/zip" });
});

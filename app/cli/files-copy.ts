import { readArgs } from "./args";
import type { Command } from "./commands";
import { progress } from "./io";
import { cannot, envOf } from "./place";
import { badInput } from "./refusal";

/** `broeikas files copy`: moves the stored files between the folder and the bucket. */
export const filesCopy: Command = {
  usage: {
    command: "files copy",
    summary: "copies the stored files between the folder and the bucket of the settings, and reads each again; takes nothing away",
    options: { to: { type: "string", value: "s3|folder", help: "where they go; what is there already stays", required: true } },
  },
  async run(argv, io) {
    const args = readArgs(filesCopy.usage, argv);
    const to = args.required("to");
    if (to !== "s3" && to !== "folder") throw badInput(`to: "${to}" is neither s3 nor folder`);
    const env = envOf(io);
    const { bucketOf, folderOf } = await import("~/infra/open-storage");
    const { copyFiles } = await import("~/infra/copy-files");
    const bucket = await bucketOf(env).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    if (!bucket) throw badInput("S3_BUCKET is not set: there is no bucket to copy to or from");
    const [source, target] = to === "s3" ? [folderOf(env), bucket] : [bucket, folderOf(env)];
    const line = progress(io, "stored files");
    const { copied, present } = await copyFiles(source, target, { onFile: (done) => line.at(done), readAgain: true });
    line.done(copied);
    io.stdout(`${copied} stored file(s) copied, ${present} there already\n`);
    return 0;
  },
};

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { Io } from "./io";
import { cannot, envOf, placeOf } from "./place";
import { badInput, infeasible } from "./refusal";

const FILES_OPTION = { type: "string", value: "DIR" } as const;

export const backup: Command = {
  usage: {
    command: "db backup",
    summary: "copies the database to a new file while the server goes on",
    arguments: [{ name: "FILE", help: "the file to make; one that exists is never overwritten" }],
    options: { files: { ...FILES_OPTION, help: "copies the stored files too, to this folder; what it has already stays" } },
  },
  async run(argv, io) {
    const args = readArgs(backup.usage, argv);
    const file = resolve(io.cwd, args.required("FILE"));
    if (existsSync(file)) throw badInput(`${args.required("FILE")} exists; a backup never overwrites a file`);
    if (!existsSync(dirname(file))) throw badInput(`there is no folder ${dirname(args.required("FILE"))}`);
    const place = placeOf(io);
    const { backupDatabase } = await import("#db/backup");
    await backupDatabase(place, file).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    const folder = args.text("files");
    if (folder !== undefined) await copyFiles(io, { folder: resolve(io.cwd, folder), back: false });
    io.stdout(`${args.required("FILE")}\n`);
    return 0;
  },
};

export const restore: Command = {
  usage: {
    command: "db restore",
    summary: "puts a backup in the place of the database and keeps what was there aside; the server has to be stopped",
    arguments: [{ name: "FILE", help: "a file that `db backup` or the nightly backup made" }],
    options: { files: { ...FILES_OPTION, help: "puts back the stored files too, out of this folder; no file is taken away" } },
  },
  async run(argv, io) {
    const args = readArgs(restore.usage, argv);
    const name = args.required("FILE");
    const file = resolve(io.cwd, name);
    if (!existsSync(file)) throw badInput(`there is no file ${name}`);
    const folder = args.text("files");
    if (folder !== undefined && !existsSync(resolve(io.cwd, folder))) throw badInput(`there is no folder ${folder}`);
    await refuseChanged(file, name);
    const { restoreDatabase } = await import("#db/restore");
    const aside = await restoreDatabase(placeOf(io), file, new Date()).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    if (aside !== null) {
      io.stderr(`what was there is kept as ${aside}\n`);
      await noteErased(io, aside);
    }
    if (folder !== undefined) await copyFiles(io, { folder: resolve(io.cwd, folder), back: true });
    io.stdout(`${name} is restored; the next start brings it up to this version where it is older\n`);
    return 0;
  },
};

/** Nobody comes back by a restore who was erased since: they are noted for the next start. */
async function noteErased(io: Io, aside: string): Promise<void> {
  const { noteErasedSince } = await import("#db/erased-since");
  try {
    const people = await noteErasedSince(placeOf(io), aside, new Date());
    if (people > 0) io.stderr(`${people} that were erased since the backup are erased again at the next start\n`);
  } catch {
    io.stderr("who was erased since the backup cannot be read out of it: erase them again by hand\n");
  }
}

/** A nightly backup has its digest beside it: a file that is not what it was is not put in the place of anything. */
async function refuseChanged(file: string, name: string): Promise<void> {
  const { aboutBackup } = await import("~/infra/backup-folder");
  const { digestOf } = await import("~/infra/backup");
  const facts = await aboutBackup(file);
  if (!facts) return;
  if ((await digestOf(file)) !== facts.sha256) throw infeasible(`${name} is not the file that was made: its SHA-256 is another`);
}

async function copyFiles(io: Io, { folder, back }: { folder: string; back: boolean }): Promise<void> {
  const { openStorage } = await import("~/infra/open-storage");
  const { folderStorage } = await import("~/infra/file-storage");
  const copy = await import("~/infra/copy-files");
  const [own, beside] = [await openStorage(envOf(io)), folderStorage(folder)];
  const { copied, present } = await (back ? copy.copyFiles(beside, own) : copy.copyFiles(own, beside));
  io.stderr(`${copied} stored file(s) copied, ${present} there already\n`);
}

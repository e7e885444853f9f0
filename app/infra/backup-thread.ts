/** The thread that copies the database and tries the copy out, so that the server goes on answering; does the one task it was made for and ends. */
import { parentPort, workerData } from "node:worker_threads";
import type { BackupTask } from "./backup";
import { backupHere } from "./backup";
import type { Answer } from "./thread";

const { place, file } = workerData as BackupTask;
const answer: Answer = await backupHere(place, file).then(
  (result) => ({ result }),
  (thrown: unknown) => ({ broken: thrown instanceof Error ? thrown.message : String(thrown) }),
);
parentPort?.postMessage(answer);

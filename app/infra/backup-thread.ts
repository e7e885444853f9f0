/** The thread that copies the database and tries the copy out, so that the server goes on answering; does the one task it was made for and ends. */
import { parentPort, workerData } from "node:worker_threads";
import type { BackupAnswer, BackupTask } from "./backup";
import { backupHere } from "./backup";

const { place, file } = workerData as BackupTask;
const answer: BackupAnswer = await backupHere(place, file).then(
  (made) => ({ made }),
  (thrown: unknown) => ({ failed: thrown instanceof Error ? thrown.message : String(thrown) }),
);
parentPort?.postMessage(answer);

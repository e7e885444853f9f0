/** The thread that looks through a document: does the one task it was made for and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { withoutTraces } from "./pdf-traces";

const { bytes, traceless } = withoutTraces(workerData as Uint8Array);
// Memory of its own: what a buffer shares with others cannot go over.
const own = new Uint8Array(bytes);
parentPort?.postMessage({ result: { bytes: own, traceless } }, [own.buffer]);

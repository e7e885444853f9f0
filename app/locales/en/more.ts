import awards from "./awards.json";
import council from "./council.json";
import campus from "./campus.json";
import coaching from "./coaching.json";
import desk from "./desk.json";
import edition from "./edition.json";
import graft from "./graft.json";
import jury from "./jury.json";
import lab from "./lab.json";
import matching from "./matching.json";
import notifications from "./notifications.json";
import result from "./result.json";
import rooms from "./rooms.json";
import sessions from "./sessions.json";

const journey = { ...campus, ...graft, ...matching, ...rooms, ...coaching, ...lab, ...awards };
const judged = { ...council, ...edition, ...jury, ...result, ...notifications, ...sessions, ...desk };

/** Texts of all other pages; the browser asks for them when it comes to one. */
export default { ...journey, ...judged };

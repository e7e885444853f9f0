import account from "./account.json";
import awards from "./awards.json";
import campus from "./campus.json";
import coaching from "./coaching.json";
import common from "./common.json";
import desk from "./desk.json";
import edition from "./edition.json";
import graft from "./graft.json";
import home from "./home.json";
import ideas from "./ideas.json";
import identity from "./identity.json";
import jury from "./jury.json";
import lab from "./lab.json";
import legal from "./legal.json";
import matching from "./matching.json";
import notifications from "./notifications.json";
import result from "./result.json";
import rooms from "./rooms.json";
import sessions from "./sessions.json";

const people = { ...identity, ...account, ...campus };
const journey = { ...ideas, ...graft, ...matching, ...rooms, ...coaching, ...lab, ...awards, ...edition, ...jury, ...result };

/** All texts of this language that pages show. Mail texts are apart: they never go to the browser. */
export default { ...common, ...home, ...legal, ...people, ...journey, ...notifications, ...sessions, ...desk };

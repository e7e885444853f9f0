import access from "./access.json";
import admin from "./admin.json";
import awards from "./awards.json";
import blind from "./blind.json";
import board from "./board.json";
import campus from "./campus.json";
import ceremony from "./ceremony.json";
import certificate from "./certificate.json";
import classes from "./classes.json";
import coaching from "./coaching.json";
import companies from "./companies.json";
import compare from "./compare.json";
import council from "./council.json";
import desk from "./desk.json";
import edition from "./edition.json";
import editor from "./editor.json";
import files from "./files.json";
import graft from "./graft.json";
import growth from "./growth.json";
import jury from "./jury.json";
import keeping from "./keeping.json";
import keys from "./keys.json";
import lab from "./lab.json";
import letters from "./letters.json";
import matching from "./matching.json";
import notifications from "./notifications.json";
import paper from "./paper.json";
import photo from "./photo.json";
import result from "./result.json";
import rooms from "./rooms.json";
import rubrics from "./rubrics.json";
import sessions from "./sessions.json";
import settings from "./settings.json";
import terms from "./terms.json";
import vote from "./vote.json";

const journey = { ...campus, ...graft, ...matching, ...rooms, ...coaching, ...lab, ...awards };
const judged = { ...edition, ...jury, ...result, ...notifications, ...sessions, ...desk };
const contest = {
  ...access,
  ...admin,
  ...blind,
  ...board,
  ...ceremony,
  ...certificate,
  ...classes,
  ...companies,
  ...compare,
  ...council,
  ...editor,
  ...files,
  ...growth,
  ...keeping,
  ...keys,
  ...letters,
  ...paper,
  ...photo,
  ...rubrics,
  ...settings,
  ...terms,
  ...vote,
};

/** Texts of all other pages; the browser asks for them when it comes to one. */
export default { ...journey, ...judged, ...contest };

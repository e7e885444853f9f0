/** Loaded before a server (`--import`): its clock differs from the machine's by what the file CLOCK_FILE says, in milliseconds, looked up anew all the time. */
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_FILE ?? "";
const RealDate = Date;
const shift = () => Number(readFileSync(file, "utf8"));
const now = () => RealDate.now() + shift();

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};

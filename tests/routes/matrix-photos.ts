import { consentText } from "~/domain/identity/privacy/consents";
import { act, PERSONAL_, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

//                     visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const NEAR_OK_______ = "hid     ok    ok     ok       hid       ok    ok        hid            hid     ok    hid";
const ALL_HID_______ = "hid     hid   hid    hid      hid       hid   hid       hid            hid     hid   hid";
const EACH_GO_______ = "ask     go    go     go       go        go    go        go             go      go    ask";
const MEMBER_HAS_ONE = "ask     idle  go     idle     idle      idle  idle      idle           idle    idle  ask";
const EACH_400______ = "ask     400   400    400      400       400   400       400            400     400   ask";
const EACH_409______ = "ask     409   409    409      409       409   409       409            409     409   ask";

const said = (version: string) => () => ({ version });
const nobodys = "/photo/01a1fe31-0000-7000-8000-000000000000";

/** Photos of people, and one's own. `member` has one, with consent. */
export const PHOTO_ROWS: Rows = {
  "routes/photo.$photoId.$size": [
    read(({ photo }) => `/photo/${photo}/small`, NEAR_OK_______),
    read(({ photo }) => `/photo/${photo}/large`, NEAR_OK_______, "large"),
    read(({ photo }) => `/photo/${photo}/original`, ALL_HID_______, "no such size"),
    read(`${nobodys}/small`, ALL_HID_______, "no such photo"),
  ],
  "routes/account.photo": [
    read("/account/photo", PERSONAL_),
    act("/account/photo", "save", EACH_400______, { note: "nothing chosen" }),
    act("/account/photo", "show", EACH_GO_______, { fields: said(consentText("photo").version) }),
    act("/account/photo", "show", EACH_409______, { fields: said("2019-01"), note: "another text" }),
    act("/account/photo", "hide", EACH_GO_______, { fields: said(consentText("photo").version) }),
    act("/account/photo", "remove", MEMBER_HAS_ONE),
    act("/account/photo", "nonsense", EACH_400______),
  ],
};

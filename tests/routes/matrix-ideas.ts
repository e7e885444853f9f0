import { ANYBODY__, onIdeas, TEAM_READS } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const EDITED = {
  lang: "nl",
  title: "Warmtemeter voor lokalen",
  pitch: "Toont waar de warmte weglekt, lokaal per lokaal.",
  baseVersion: "1",
};

/** Pages of one idea. */
export const IDEA_ROWS: Rows = {
  "routes/ideas.$ideaId._index": [
    ...onIdeas("", "read", {
      team: TEAM_READS,
      campus: "hid ok ok ok hid ok ok hid hid hid hid",
      public: ANYBODY__,
      hidden: TEAM_READS,
      archived: TEAM_READS,
    }),
    ...onIdeas("?index", "follow", {
      team: "hid idle idle hid hid hid hid hid hid hid hid",
      campus: "hid idle idle idle hid idle idle hid hid hid hid",
      public: "no idle idle go go go go go go go no",
      hidden: "hid idle idle hid hid hid hid hid hid hid hid",
    }),
    ...onIdeas("?index", "unfollow", {
      team: "hid go go idle idle idle idle idle idle idle hid",
      campus: "hid go go go idle go go idle idle idle hid",
    }),
    ...onIdeas(
      "?index",
      "comment",
      {
        team: "hid go go hid hid hid hid hid hid hid hid",
        campus: "hid go go go hid go go hid hid hid hid",
        public: "no go go go go go go go go go no",
        hidden: "hid no no hid hid hid hid hid hid hid hid",
        archived: "hid 409 409 hid hid hid hid hid hid hid hid",
      },
      () => ({ body: "Mooi plan" }),
    ),
    ...onIdeas(
      "?index",
      "remove_comment",
      {
        team: "hid no go hid hid hid hid hid hid hid hid",
        campus: "hid no go no hid no no hid hid hid hid",
        public: "no no go no no no no no no no no",
      },
      ({ comment }) => ({ id: comment }),
    ),
    ...onIdeas(
      "?index",
      "restore_comment",
      { team: "hid no go hid hid hid hid hid hid hid hid", campus: "hid no go no hid no no hid hid hid hid" },
      ({ removedComment }) => ({ id: removedComment }),
    ),
    ...onIdeas(
      "?index",
      "hide_comment",
      {
        team: "hid no no hid hid hid hid hid hid hid hid",
        campus: "hid no no no hid go go hid hid hid hid",
        public: "no no no no no go go no no go no",
      },
      ({ comment }) => ({ id: comment, reason: "Onaardig" }),
    ),
    ...onIdeas(
      "?index",
      "unhide_comment",
      { campus: "hid no no no hid go go hid hid hid hid", public: "no no no no no go go no no go no" },
      ({ hiddenComment }) => ({ id: hiddenComment }),
    ),
    ...onIdeas(
      "?index",
      "hide",
      {
        team: "hid no no hid hid hid hid hid hid hid hid",
        campus: "hid no no no hid go go hid hid hid hid",
        public: "no no no no no go go no no go no",
      },
      () => ({ reason: "Even wachten" }),
    ),
    ...onIdeas(
      "?index",
      "stage",
      {
        team: "hid go go hid hid hid hid hid hid hid hid",
        campus: "hid go go no hid no no hid hid hid hid",
        public: "no go go no no no no no no no no",
      },
      () => ({ stage: "bloom", reason: "" }),
    ),
    ...onIdeas(
      "?index",
      "report",
      {
        team: "hid go go hid hid hid hid hid hid hid hid",
        campus: "hid go go 409 hid go go hid hid hid hid",
        public: "no go go go go go go go go go no",
      },
      ({ id }) => ({
        subjectKind: "idea",
        subjectId: id,
        reason: "other",
      }),
    ),
    ...onIdeas("?index", "nonsense", {
      team: "hid 400 400 hid hid hid hid hid hid hid hid",
      public: "no 400 400 400 400 400 400 400 400 400 no",
    }),
  ],
  "routes/ideas.$ideaId.edit": [
    ...onIdeas("/edit", "read", {
      team: "in ok ok hid hid hid hid hid hid hid in",
      campus: "in ok ok no hid no no hid hid hid in",
      public: "in ok ok no no no no no no no in",
      hidden: "in ok ok hid hid hid hid hid hid hid in",
      archived: "in ok no hid hid hid hid hid hid hid in",
    }),
    ...onIdeas(
      "/edit",
      "save",
      {
        team: "in go go hid hid hid hid hid hid hid in",
        campus: "in go go no hid no no hid hid hid in",
        public: "in go go no no no no no no no in",
        archived: "in 409 no hid hid hid hid hid hid hid in",
      },
      () => EDITED,
    ),
    ...onIdeas(
      "/edit",
      "autosave",
      { team: "in go go hid hid hid hid hid hid hid in", campus: "in 409 go no hid no no hid hid hid in" },
      () => ({ ...EDITED, title: "Warmtemeter nog" }),
    ),
    ...onIdeas("/edit", "more_rows", { team: "in go go hid hid hid hid hid hid hid in" }, () => EDITED),
    ...onIdeas("/edit", "discard", { campus: "in go hid hid hid hid hid hid hid hid in" }, (_idea, { editDraft }) => ({
      draftId: editDraft,
    })),
    ...onIdeas("/edit", "archive", {
      team: "in go no hid hid hid hid hid hid hid in",
      campus: "in go no no hid no no hid hid hid in",
      public: "in go no no no no no no no no in",
    }),
    ...onIdeas("/edit", "restore", {
      archived: "in go no hid hid hid hid hid hid hid in",
      campus: "in 409 no no hid no no hid hid hid in",
    }),
  ],
  "routes/ideas.$ideaId.team": [
    ...onIdeas("/team", "read", {
      team: "in ok ok hid hid hid hid hid hid hid in",
      campus: "in ok ok ok hid ok ok hid hid hid in",
      public: "in ok ok ok ok ok ok ok ok ok in",
      hidden: "in ok ok hid hid hid hid hid hid hid in",
    }),
    ...onIdeas(
      "/team",
      "invite",
      {
        team: "in go no hid hid hid hid hid hid hid in",
        campus: "in go no no hid no no hid hid hid in",
        public: "in go no no no no no no no no in",
      },
      () => ({ email: "iemand@broeikas.test" }),
    ),
    ...onIdeas(
      "/team",
      "withdraw",
      { team: "in go no hid hid hid hid hid hid hid in", campus: "in go no no hid no no hid hid hid in" },
      ({ invitation }) => ({ id: invitation }),
    ),
    ...onIdeas(
      "/team",
      "owner",
      { team: "in go no hid hid hid hid hid hid hid in", campus: "in go no no hid no no hid hid hid in" },
      (_idea, { people }) => ({ id: people.member.personId ?? "" }),
    ),
    ...onIdeas(
      "/team",
      "remove",
      { team: "in go no hid hid hid hid hid hid hid in", campus: "in go no no hid no no hid hid hid in" },
      (_idea, { people }) => ({ id: people.member.personId ?? "" }),
    ),
    ...onIdeas("/team", "leave", {
      team: "in 409 go hid hid hid hid hid hid hid in",
      campus: "in 409 go no hid no no hid hid hid in",
      public: "in 409 go no no no no no no no in",
    }),
    ...onIdeas("/team", "nonsense", {
      team: "in 400 400 hid hid hid hid hid hid hid in",
      public: "in 400 400 400 400 400 400 400 400 400 in",
    }),
  ],
  "routes/ideas.$ideaId.versions": [
    ...onIdeas("/versions", "read", {
      team: "in ok ok hid hid hid hid hid hid hid in",
      campus: "in ok ok no hid no no hid hid hid in",
      public: "in ok ok no no no no no no no in",
      hidden: "in ok ok hid hid hid hid hid hid hid in",
    }),
  ],
  "routes/ideas.$ideaId.receipt.$no": [
    ...onIdeas("/receipt/1", "read", {
      team: "in ok ok hid hid hid hid hid hid hid in",
      campus: "in ok ok no hid no no hid hid hid in",
      public: "in ok ok no no no no no no no in",
    }),
  ],
};

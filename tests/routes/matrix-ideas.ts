import { NEED_ROWS } from "./matrix-grafts";
import { COACH_ROWS } from "./matrix-allotment";
import { PROPOSAL_ROWS } from "./matrix-matching";
import { act, ANYBODY__, onIdeas, read, TEAM_READS } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const EDITED = {
  lang: "nl",
  title: "Warmtemeter voor lokalen",
  pitch: "Toont waar de warmte weglekt, lokaal per lokaal.",
  baseVersion: "1",
};

const report = (path: Row["path"], expected: string, note: string): Row =>
  act(path, "", expected, { fields: () => ({ reason: "other" }), note });

/** Pages of one idea. */
export const IDEA_ROWS: Rows = {
  "routes/ideas.$ideaId._index": [
    ...PROPOSAL_ROWS,
    ...COACH_ROWS,
    ...NEED_ROWS,
    ...onIdeas("", "read", {
      team: TEAM_READS,
      campus: "hid ok ok ok hid ok ok hid hid hid hid",
      public: ANYBODY__,
      hidden: TEAM_READS,
      archived: TEAM_READS,
    }),
    ...onIdeas("?index", "follow", {
      team: "ask idle idle hid hid hid hid hid hid hid ask",
      campus: "ask idle idle idle hid idle idle hid hid hid ask",
      public: "ask idle idle go go go go go go go ask",
      hidden: "ask idle idle hid hid hid hid hid hid hid ask",
    }),
    ...onIdeas("?index", "unfollow", {
      team: "ask go go idle idle idle idle idle idle idle ask",
      campus: "ask go go go idle go go idle idle idle ask",
    }),
    ...onIdeas(
      "?index",
      "comment",
      {
        team: "ask go go hid hid hid hid hid hid hid ask",
        campus: "ask go go go hid go go hid hid hid ask",
        public: "ask go go go go go go go go go ask",
        hidden: "ask no no hid hid hid hid hid hid hid ask",
        archived: "ask 409 409 hid hid hid hid hid hid hid ask",
      },
      () => ({ body: "Mooi plan" }),
    ),
    ...onIdeas(
      "?index",
      "remove_comment",
      {
        team: "ask no go hid hid hid hid hid hid hid ask",
        campus: "ask no go no hid no no hid hid hid ask",
        public: "ask no go no no no no no no no ask",
      },
      ({ comment }) => ({ id: comment }),
    ),
    ...onIdeas(
      "?index",
      "restore_comment",
      { team: "ask no go hid hid hid hid hid hid hid ask", campus: "ask no go no hid no no hid hid hid ask" },
      ({ removedComment }) => ({ id: removedComment }),
    ),
    ...onIdeas(
      "?index",
      "hide_comment",
      {
        team: "ask no no hid hid hid hid hid hid hid ask",
        campus: "ask no no no hid go go hid hid hid ask",
        public: "ask no no no no go go no no go ask",
      },
      ({ comment }) => ({ id: comment, reason: "Onaardig" }),
    ),
    ...onIdeas(
      "?index",
      "unhide_comment",
      { campus: "ask no no no hid go go hid hid hid ask", public: "ask no no no no go go no no go ask" },
      ({ hiddenComment }) => ({ id: hiddenComment }),
    ),
    ...onIdeas(
      "?index",
      "hide",
      {
        team: "ask no no hid hid hid hid hid hid hid ask",
        campus: "ask no no no hid go go hid hid hid ask",
        public: "ask no no no no go go no no go ask",
      },
      () => ({ reason: "Even wachten" }),
    ),
    ...onIdeas(
      "?index",
      "stage",
      {
        team: "ask go go hid hid hid hid hid hid hid ask",
        campus: "ask go go no hid no no hid hid hid ask",
        public: "ask go go no no no no no no no ask",
      },
      () => ({ stage: "bloom", reason: "" }),
    ),
    ...onIdeas("?index", "nonsense", {
      team: "ask 400 400 hid hid hid hid hid hid hid ask",
      public: "ask 400 400 400 400 400 400 400 400 400 ask",
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
        team: "ask go go hid hid hid hid hid hid hid ask",
        campus: "ask go go no hid no no hid hid hid ask",
        public: "ask go go no no no no no no no ask",
        archived: "ask 409 no hid hid hid hid hid hid hid ask",
      },
      () => EDITED,
    ),
    ...onIdeas(
      "/edit",
      "autosave",
      { team: "ask go go hid hid hid hid hid hid hid ask", campus: "ask 409 go no hid no no hid hid hid ask" },
      () => ({ ...EDITED, title: "Warmtemeter nog" }),
    ),
    ...onIdeas("/edit", "more_rows", { team: "ask go go hid hid hid hid hid hid hid ask" }, () => EDITED),
    ...onIdeas("/edit", "discard", { campus: "ask go hid hid hid hid hid hid hid hid ask" }, (_idea, { editDraft }) => ({
      draftId: editDraft,
    })),
    ...onIdeas("/edit", "archive", {
      team: "ask go no hid hid hid hid hid hid hid ask",
      campus: "ask go no no hid no no hid hid hid ask",
      public: "ask go no no no no no no no no ask",
    }),
    ...onIdeas("/edit", "restore", {
      archived: "ask go no hid hid hid hid hid hid hid ask",
      campus: "ask 409 no no hid no no hid hid hid ask",
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
        team: "ask go no hid hid hid hid hid hid hid ask",
        campus: "ask go no no hid no no hid hid hid ask",
        public: "ask go no no no no no no no no ask",
      },
      () => ({ email: "iemand@broeikas.test" }),
    ),
    ...onIdeas(
      "/team",
      "withdraw",
      { team: "ask go no hid hid hid hid hid hid hid ask", campus: "ask go no no hid no no hid hid hid ask" },
      ({ invitation }) => ({ id: invitation }),
    ),
    ...onIdeas(
      "/team",
      "owner",
      { team: "ask go no hid hid hid hid hid hid hid ask", campus: "ask go no no hid no no hid hid hid ask" },
      (_idea, { people }) => ({ id: people.member.personId ?? "" }),
    ),
    ...onIdeas(
      "/team",
      "remove",
      { team: "ask go no hid hid hid hid hid hid hid ask", campus: "ask go no no hid no no hid hid hid ask" },
      (_idea, { people }) => ({ id: people.member.personId ?? "" }),
    ),
    ...onIdeas("/team", "leave", {
      team: "ask 409 go hid hid hid hid hid hid hid ask",
      campus: "ask 409 go no hid no no hid hid hid ask",
      public: "ask 409 go no no no no no no no ask",
    }),
    ...onIdeas("/team", "nonsense", {
      team: "ask 400 400 hid hid hid hid hid hid hid ask",
      public: "ask 400 400 400 400 400 400 400 400 400 ask",
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
  "routes/report.$kind.$id": [
    read(({ awards }) => `/report/letter/${awards.published.entry}`, "in ok ok hid hid hid ok hid hid ok in", "letter, sent"),
    read(({ awards }) => `/report/letter/${awards.deliberation.entry}`, "in hid hid hid hid hid hid hid hid hid in", "letter, not sent"),
    report(({ awards }) => `/report/letter/${awards.published.entry}`, "ask go go hid hid hid go hid hid go ask", "letter, sent"),
    read(({ photo }) => `/report/photo/${photo}`, "in ok ok ok hid ok ok hid hid ok in", "photo"),
    report(({ photo }) => `/report/photo/${photo}`, "ask go 400 go hid go go hid hid go ask", "photo"),
    read(() => "/report/jury_note/nergens", "in hid hid hid hid hid hid hid hid hid in", "note of a jury"),
    read(({ ideas }) => `/report/idea/${ideas.team.id}`, "in ok ok hid hid hid hid hid hid hid in", "idea, team"),
    read(({ ideas }) => `/report/comment/${ideas.team.comment}`, "in ok ok hid hid hid hid hid hid hid in", "comment, team"),
    report(({ ideas }) => `/report/idea/${ideas.team.id}`, "ask go go hid hid hid hid hid hid hid ask", "idea, team"),
    report(({ ideas }) => `/report/comment/${ideas.team.comment}`, "ask go 400 hid hid hid hid hid hid hid ask", "comment, team"),
    read(({ ideas }) => `/report/idea/${ideas.campus.id}`, "in ok ok ok hid ok ok hid hid hid in", "idea, campus"),
    read(({ ideas }) => `/report/comment/${ideas.campus.comment}`, "in ok ok ok hid ok ok hid hid hid in", "comment, campus"),
    read(
      ({ ideas }) => `/report/comment/${ideas.campus.hiddenComment}`,
      "in hid hid hid hid hid hid hid hid hid in",
      "hidden comment, campus",
    ),
    report(({ ideas }) => `/report/idea/${ideas.campus.id}`, "ask go go 409 hid go go hid hid hid ask", "idea, campus"),
    report(({ ideas }) => `/report/comment/${ideas.campus.comment}`, "ask go 400 go hid go go hid hid hid ask", "comment, campus"),
    read(({ ideas }) => `/report/idea/${ideas.public.id}`, "in ok ok ok ok ok ok ok ok ok in", "idea, public"),
    read(({ ideas }) => `/report/comment/${ideas.public.comment}`, "in ok ok ok ok ok ok ok ok ok in", "comment, public"),
    read(
      ({ ideas }) => `/report/comment/${ideas.public.hiddenComment}`,
      "in hid hid hid hid hid hid hid hid hid in",
      "hidden comment, public",
    ),
    report(({ ideas }) => `/report/idea/${ideas.public.id}`, "ask go go go go go go go go go ask", "idea, public"),
    report(({ ideas }) => `/report/comment/${ideas.public.comment}`, "ask go 400 go go go go go go go ask", "comment, public"),
    read(({ growth }) => `/report/assessment/${growth.coachs}`, "in ok ok hid hid ok hid hid hid hid in", "an assessment"),
    report(({ growth }) => `/report/assessment/${growth.coachs}`, "ask go go hid hid 400 hid hid hid hid ask", "an assessment"),
    read(({ grafts }) => `/report/graft/${grafts.proposal}`, "in ok hid ok hid ok ok hid hid hid in", "a proposal to graft"),
    report(({ grafts }) => `/report/graft/${grafts.proposal}`, "ask go hid 400 hid go go hid hid hid ask", "a proposal to graft"),
    read(({ people }) => `/report/profile/${people.member.personId}`, "in hid hid hid hid hid hid hid hid hid in", "a person"),
  ],
};

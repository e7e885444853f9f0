/**
 * What happens to a column when a person is erased:
 * - `keep`: it holds nothing of a person, or only codes and ids of things that are not people;
 * - `pseudonymise`: it stays, and what it leads to names nobody any more: the id of a person whose row is emptied,
 *   or a text of a team whose author is then a former member (what somebody wrote alone is emptied);
 * - `delete`: it is emptied or removed with the person.
 */
export type Fate = "keep" | "pseudonymise" | "delete";

/** Names of columns by fate, space-separated. */
type TableFates = Readonly<Partial<Record<Fate, string>>>;

const WORDS: TableFates = { keep: "id owner_kind kind term_id lang state origin", pseudonymise: "owner_id", delete: "words" };

/** Every text and JSON column of the database. A test walks the schema and fails for one that is missing here. */
const FATES: Readonly<Record<string, TableFates>> = {
  // identity
  people: {
    keep: "id age_band locale home_campus_id",
    pseudonymise: "name name_key email email_key",
    delete: "password_hash suspended_reason",
  },
  profiles: { delete: "person_id visibility audience languages bio interests" },
  role_grants: { keep: "id role scope_kind scope_id", pseudonymise: "person_id granted_by" },
  sessions: { delete: "hash public_id person_id user_agent method impersonator_id" },
  sign_ins: { delete: "id person_id method outcome user_agent network" },
  sign_in_steps: { delete: "hash kind person_id payload" },
  oidc_accounts: { delete: "id person_id issuer subject email" },
  passkeys: { delete: "id person_id credential_id public_key transports name" },
  second_steps: { delete: "person_id secret" },
  recovery_codes: { delete: "hash person_id" },
  email_changes: { delete: "id person_id old_email old_email_key new_email new_email_key" },
  settings: { keep: "key value", pseudonymise: "changed_by" },
  tokens: { delete: "hash kind person_id email_key subject_id payload" },
  invites: { keep: "id list_id role scope_kind scope_id locale", pseudonymise: "email email_key invited_by", delete: "name" },
  invite_lists: { keep: "id campus_id name", pseudonymise: "invited_by" },
  blocks: { keep: "id", delete: "blocker_id blocked_id" },
  photos: { delete: "id person_id small_key large_key hidden_reason" },
  consents: { keep: "id purpose text_version", pseudonymise: "person_id" },
  erasures: { keep: "id number lines sha256" },
  retention_holds: { keep: "id subject_kind", pseudonymise: "subject_id by_person_id lifted_by", delete: "reason" },
  destructions: { keep: "id rule" },

  // campus
  campuses: { keep: "id slug name place zone languages" },
  opening_hours: { keep: "id campus_id" },
  closures: { keep: "id campus_id first_day last_day reason" },
  organisations: { keep: "id slug name campus_id description website vat_number" },
  organisation_members: { keep: "id organisation_id", pseudonymise: "person_id" },
  company_registrations: {
    pseudonymise: "decided_by",
    delete:
      "id campus_id state open_key name vat_number without_vat website offers seeks lang email_key person_id reason organisation_id vat_state vat_trouble vat_consultation vat_name vat_address",
  },
  terms: { keep: "id code kind need_kind parent_id labels synonyms merged_into" },
  term_merges: { keep: "id from_id into_id", pseudonymise: "by_person_id undone_by" },
  term_moves: { keep: "merge_id place before", pseudonymise: "id row_id" },
  vocabulary_sources: { keep: "source version notice" },
  vocabulary: { keep: "id source kind labels synonyms notes" },
  vocabulary_words: { keep: "id source lang words" },

  // ideas
  ideas: {
    keep: "id kind home_campus_id lang stage status visibility match_consent domain_id growth_market_id production_step_id external_id organisation_id",
    pseudonymise: "title pitch source hidden_by",
  },
  idea_audience: { keep: "idea_id campus_id stage domain_id lang kind", pseudonymise: "audience" },
  idea_versions: { keep: "id idea_id sha256", pseudonymise: "content canonical salt author_id" },
  idea_drafts: { delete: "id person_id claim_hash idea_id content" },
  idea_members: { keep: "id idea_id role", pseudonymise: "person_id" },
  idea_guests: { keep: "idea_id guest_idea_id" },
  idea_guest_people: { keep: "idea_id", pseudonymise: "person_id" },
  team_invitations: { keep: "id idea_id state", pseudonymise: "email email_key invited_by" },
  needs: WORDS,
  offers: WORDS,
  stage_changes: { keep: "id idea_id from_stage to_stage", pseudonymise: "reason by_person_id" },
  comments: { keep: "id idea_id lang", pseudonymise: "author_id hidden_by", delete: "body" },
  follows: { delete: "idea_id person_id" },
  idea_changes: { keep: "idea_id" },
  lineage: { keep: "id child_id parent_id kind" },
  graft_proposals: {
    keep: "id by_idea_id lang visibility match_consent meetings state child_id",
    pseudonymise: "by_person_id title pitch description hidden_by",
    delete: "message",
  },
  graft_sources: { keep: "proposal_id idea_id answer", pseudonymise: "answered_by", delete: "reason" },
  graft_shares: { keep: "proposal_id", pseudonymise: "person_id" },
  need_meetings: { keep: "id need_id idea_id met_kind offer_id", pseudonymise: "met_id by_person_id", delete: "words" },
  search_stems: { keep: "idea_id", pseudonymise: "stem" },

  // scheduling and lab
  subjects: { keep: "kind campus_id", pseudonymise: "id" },
  occupied: { keep: "holder_kind holder_id", pseudonymise: "subject_id" },
  spaces: { keep: "id campus_id code kind name about may_book" },
  resources: { keep: "id space_id code kind name term_id closed_reason" },
  resource_leaves: { keep: "room_id leaf_id" },
  series: { keep: "id rule zone" },
  bookings: {
    keep: "id campus_id resource_id series_id state for_kind for_id",
    pseudonymise: "booked_by cancelled_by",
    delete: "purpose cancel_reason",
  },
  waitlist: { keep: "id", pseudonymise: "subject_id", delete: "person_id" },
  inductions: { keep: "id resource_id", pseudonymise: "person_id given_by" },
  residencies: { keep: "id organisation_id space_id first_day last_day" },

  // coaching
  availability: { keep: "id campus_id", pseudonymise: "coach_id" },
  availability_exceptions: { keep: "id campus_id day kind", pseudonymise: "coach_id" },
  coach_capacity: { pseudonymise: "coach_id" },
  coach_relations: { keep: "id idea_id open_key allotment_id ended_as", pseudonymise: "coach_id by_person_id ended_by" },
  allotments: { keep: "id campus_id open_key state", pseudonymise: "by_person_id closed_by pins result" },
  coaching_sessions: {
    keep: "id kind campus_id idea_id lang title resource_id state",
    pseudonymise: "coach_id booked_by cancelled_by",
    delete: "question place cancel_reason",
  },
  session_people: { keep: "id session_id state", pseudonymise: "person_id" },
  session_notes: { keep: "id session_id visibility", pseudonymise: "author_id", delete: "body" },
  group_sessions: { keep: "session_id about languages code run", pseudonymise: "plan" },
  session_seats: { keep: "id session_id state idea_id", pseudonymise: "person_id" },
  session_answers: { keep: "session_id", delete: "from_id to_id" },
  actions: { keep: "id idea_id session_id due_day", pseudonymise: "owner_id created_by words" },

  // matching
  vectors: { keep: "subject_kind", pseudonymise: "subject_id terms" },
  suggestions: { keep: "idea_id subject_kind reasons token exposed_on", pseudonymise: "subject_id" },
  interests: {
    keep: "id from_idea_id to_kind state lang",
    pseudonymise: "to_id by_person_id answered_by proposed_by confirmed_by hidden_by",
    delete: "message answer_reason",
  },
  refusals: { keep: "idea_id subject_kind reason", pseudonymise: "subject_id by_person_id" },

  // rooms
  rooms: { keep: "id kind origin_id campus_id", pseudonymise: "closed_by" },
  room_sides: { keep: "room_id kind", pseudonymise: "subject_id" },
  room_messages: { keep: "id room_id lang", pseudonymise: "author_id hidden_by", delete: "body" },
  room_reads: { delete: "room_id person_id" },
  room_meetings: { keep: "id room_id state", pseudonymise: "proposed_by answered_by", delete: "place" },
  boards: { keep: "room_id", pseudonymise: "round_opened_by timer_by" },
  board_groups: { keep: "id room_id lang", pseudonymise: "created_by title" },
  board_notes: {
    keep: "id room_id group_id lang became_kind became_id became_idea_id",
    pseudonymise: "author_id hidden_by became_by",
    delete: "body",
  },
  board_votes: { delete: "room_id person_id note_id" },

  // awards
  editions: { keep: "id slug campus_id name theme rules" },
  phases: { keep: "id edition_id kind" },
  categories: { keep: "id edition_id code name about" },
  entry_fields: { keep: "id edition_id key kind label help options categories audience" },
  rounds: { keep: "id edition_id rubric_version_id" },
  round_rubrics: { keep: "round_id category_id rubric_version_id" },
  rubric_versions: { keep: "id rubric_id name" },
  edition_rubrics: { keep: "edition_id rubric_version_id" },
  criteria: { keep: "id rubric_version_id code name question" },
  levels: { keep: "criterion_id label evidence" },
  entries: { keep: "id edition_id category_id idea_id state" },
  entry_versions: { keep: "id entry_id sha256", pseudonymise: "content" },
  entry_version_people: { keep: "version_id role", pseudonymise: "person_id" },
  entry_consents: { keep: "entry_id", pseudonymise: "person_id" },
  entry_rulings: { keep: "entry_id verdict", pseudonymise: "reason by_person_id" },
  entry_drafts: { keep: "entry_id", pseudonymise: "content updated_by" },
  entry_files: { keep: "id entry_id field_key storage_key type sha256", pseudonymise: "by_person_id", delete: "name" },
  entry_draft_files: { keep: "entry_id field_key file_id" },
  entry_version_files: { keep: "version_id field_key file_id" },
  entry_redactions: { keep: "version_id links", pseudonymise: "texts by_person_id" },
  entry_redacted_files: { keep: "version_id field_key file_id" },
  blind_rounds: { keep: "round_id", pseudonymise: "by_person_id" },
  conflicts: { keep: "id edition_id entry_id source reason_code", pseudonymise: "juror_id", delete: "words" },
  assignments: { keep: "id round_id entry_id state reason", pseudonymise: "juror_id" },
  sheets: { keep: "id assignment_id state", pseudonymise: "note jury_note feedback unscored" },
  scores: { keep: "sheet_id criterion_id", pseudonymise: "comment" },
  assessments: { keep: "id idea_id rubric_version_id side lang", pseudonymise: "person_id hidden_by", delete: "note" },
  assessment_scores: { keep: "assessment_id criterion_id", delete: "comment" },
  jury_members: { delete: "edition_id person_id languages domain_ids" },
  jury_absences: { delete: "id edition_id person_id first_day last_day" },
  jury_wishes: { delete: "entry_id juror_id" },
  jury_settings: { keep: "edition_id" },
  jury_papers: { keep: "assignment_id state" },
  jury_paper_readings: { keep: "assignment_id", pseudonymise: "person_id scores jury_note feedback" },
  jury_pairs: { keep: "round_id one_id other_id better", pseudonymise: "juror_id" },
  jury_plans: { keep: "id round_id open_key state goal seed", pseudonymise: "by_person_id closed_by choices result" },
  jury_nudges: { keep: "edition_id day", pseudonymise: "juror_id by_person_id" },
  tie_breaks: { keep: "id edition_id category_id outcome rules", pseudonymise: "by_person_id" },
  audience_votes: { keep: "id edition_id category_id scope_id kind electorate seed salt winner_id count", pseudonymise: "created_by" },
  vote_candidates: { keep: "vote_id entry_id" },
  vote_codes: { keep: "digest vote_id" },
  vote_ballots: { delete: "vote_id voter_key choices" },
  ceremonies: { keep: "edition_id state item_id seed" },
  ceremony_items: { keep: "id edition_id kind entry_id vote_id category_id words revealed_id" },
  decisions: { keep: "id edition_id category_id entry_id", pseudonymise: "citation decided_by" },
  entry_letters: { keep: "entry_id edition_id lang state", pseudonymise: "body edited_by_person_id checked_by_person_id" },
  letter_settings: { keep: "edition_id" },
  certificates: { keep: "id code edition_id entry_id", pseudonymise: "person_id" },
  round_verdicts: { keep: "round_id digest", pseudonymise: "verdict" },
  lots: { keep: "edition_id commitment secret" },
  deliberations: { keep: "edition_id", pseudonymise: "chair_id closing minutes" },
  deliberation_people: { keep: "id edition_id", pseudonymise: "person_id open_key" },
  deliberation_turns: { keep: "id entry_id", pseudonymise: "inside outside by_person_id" },
  deliberation_notes: { keep: "id entry_id lang", pseudonymise: "author_id", delete: "body" },
  motions: { keep: "id edition_id category_id entry_id open_key state", pseudonymise: "citation proposed_by closed_by" },
  motion_votes: { keep: "motion_id choice", pseudonymise: "juror_id" },

  // across
  audit: { keep: "id action subject_kind fields detail_digest via request_id", pseudonymise: "actor_id subject_id" },
  audit_seals: { keep: "audit_id hash" },
  audit_details: { delete: "audit_id salt detail" },
  outbox: { delete: "id template person_id address locale payload dedupe_key last_error" },
  jobs: { keep: "id kind dedupe_key payload last_error" },
  backups: { keep: "id file sha256 error" },
  kept_mails: { delete: "id to_address subject text html" },
  rate_limits: { delete: "key" },
  page_versions: { keep: "tag" },
  reports: { keep: "id subject_kind campus_id reason outcome", pseudonymise: "subject_id reporter_id closed_by", delete: "words" },
  notifications: { delete: "id person_id kind subject_kind subject_id idea_id by_person_id dedupe_key" },
  notification_preferences: { delete: "person_id kind" },
  calendar_feeds: { delete: "id person_id hash" },
  unsubscribe_tokens: { delete: "hash person_id kind" },
};

/** Fate of each column by "table.column". Throws when a column is declared twice. */
export function personColumns(): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const [table, byFate] of Object.entries(FATES)) {
    for (const [fate, columns] of Object.entries(byFate)) {
      for (const column of columns.split(" ")) {
        const name = `${table}.${column}`;
        if (fates.has(name)) throw new Error(`${name} is declared twice`);
        fates.set(name, fate as Fate);
      }
    }
  }
  return fates;
}

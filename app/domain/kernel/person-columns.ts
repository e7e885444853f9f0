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
  sessions: { delete: "hash public_id person_id user_agent" },
  tokens: { delete: "hash kind person_id email_key subject_id payload" },
  invites: { keep: "id role scope_kind scope_id locale", pseudonymise: "email email_key invited_by" },
  consents: { keep: "id purpose text_version", pseudonymise: "person_id" },

  // campus
  campuses: { keep: "id slug name place zone languages" },
  opening_hours: { keep: "id campus_id" },
  closures: { keep: "id campus_id first_day last_day reason" },
  organisations: { keep: "id slug name campus_id description website" },
  organisation_members: { keep: "id organisation_id", pseudonymise: "person_id" },
  terms: { keep: "id code kind need_kind parent_id labels synonyms" },

  // ideas
  ideas: {
    keep: "id kind home_campus_id lang stage status visibility match_consent domain_id growth_market_id production_step_id external_id",
    pseudonymise: "title pitch source hidden_by",
  },
  idea_audience: { keep: "idea_id campus_id stage domain_id lang", pseudonymise: "audience" },
  idea_versions: { keep: "id idea_id sha256", pseudonymise: "content canonical salt author_id" },
  idea_drafts: { delete: "id person_id claim_hash idea_id content" },
  idea_members: { keep: "id idea_id role", pseudonymise: "person_id" },
  team_invitations: { keep: "id idea_id state", pseudonymise: "email email_key invited_by" },
  needs: WORDS,
  offers: WORDS,
  stage_changes: { keep: "id idea_id from_stage to_stage", pseudonymise: "reason by_person_id" },
  comments: { keep: "id idea_id lang", pseudonymise: "author_id hidden_by", delete: "body" },
  follows: { delete: "idea_id person_id" },
  lineage: { keep: "id child_id parent_id kind" },
  search_stems: { keep: "idea_id", pseudonymise: "stem" },

  // across
  audit: { keep: "id action subject_kind fields detail_digest via request_id", pseudonymise: "actor_id subject_id" },
  audit_details: { delete: "audit_id salt detail" },
  outbox: { delete: "id template person_id address locale payload dedupe_key last_error" },
  jobs: { keep: "id kind dedupe_key payload last_error" },
  kept_mails: { delete: "id to_address subject text html" },
  rate_limits: { delete: "key" },
  page_versions: { keep: "tag" },
  reports: { keep: "id subject_kind campus_id reason outcome", pseudonymise: "subject_id reporter_id closed_by", delete: "words" },
  notifications: { delete: "id person_id kind subject_kind subject_id by_person_id dedupe_key" },
  notification_preferences: { delete: "person_id kind" },
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

import { createHash } from "node:crypto";
import { changeRunSheet } from "../../app/domain/awards/ceremony/change-run-sheet";
import { makeRunSheet } from "../../app/domain/awards/ceremony/make-run-sheet";
import { endShow, startShow } from "../../app/domain/awards/ceremony/run-show";
import { beamerFor } from "../../app/domain/awards/ceremony/stage";
import { stepShow } from "../../app/domain/awards/ceremony/step-show";
import { castByCode } from "../../app/domain/awards/vote/cast-vote";
import { makeCodes } from "../../app/domain/awards/vote/make-codes";
import { makeVote } from "../../app/domain/awards/vote/make-vote";
import { CODE_ALPHABET, CODE_LENGTH } from "../../app/domain/awards/vote/vote";
import { visitor } from "../../app/domain/kernel/actor";
import { after, minutes } from "../../app/domain/kernel/time";
import type { PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting } from "./desk";

const CODES = 24;

/** Whose evening it is, and among whom the public chooses: the winner of the demo first. */
interface Evening {
  readonly editionSlug: string;
  readonly organiser: PersonSlug;
  readonly candidates: readonly string[];
  readonly at: Date;
}

/** A vote in order over all categories with its codes, and a run sheet whose pitches are drawn: everything ready for the evening. */
export async function seedEvening(desk: Desk, evening: Evening): Promise<{ voteId: string; codes: readonly string[] }> {
  const { editionSlug, candidates, at } = evening;
  const ctx = await acting(desk, evening.organiser, at);
  const made = { kind: "ranked", places: 3, electorate: "codes", categoryId: null } as const;
  const secrets = { seed: digest(`${editionSlug} lot`).slice(0, 32), salt: digest(`${editionSlug} salt`) };
  const { voteId } = await makeVote(ctx, { editionSlug, ...made, entryIds: candidates, secrets });
  const { codes } = await makeCodes(ctx, { editionSlug, voteId, count: CODES, draw: drawing(editionSlug) });
  await makeRunSheet(ctx, { editionSlug });
  await changeRunSheet(ctx, { editionSlug, change: { do: "draw", seed: editionSlug } });
  return { voteId, codes };
}

/** The same, and the evening itself: pitches, the public that votes, and every prize. */
export async function seedEveningHeld(desk: Desk, evening: Evening): Promise<void> {
  const { editionSlug, organiser, candidates } = evening;
  const { codes } = await seedEvening(desk, evening);
  let at = after(evening.at, minutes(30));
  await startShow(await acting(desk, organiser, at), { editionSlug });
  for (let pressed = 0; pressed < 100; pressed += 1) {
    at = after(at, minutes(1));
    const ctx = await acting(desk, organiser, at);
    const stage = await beamerFor({ db: desk.store.db, actor: ctx.actor }, editionSlug, at);
    if (stage.slide?.vote?.state === "open") await castAll(desk, codes, candidates, at);
    const { moved } = await stepShow(ctx, { editionSlug, by: 1, from: stage.position });
    if (!moved) break;
  }
  await endShow(await acting(desk, organiser, after(at, minutes(5))), { editionSlug });
}

/** Half of the hall has the first for its first choice; the others choose among the rest. */
async function castAll(desk: Desk, codes: readonly string[], candidates: readonly string[], at: Date): Promise<void> {
  const newId = (): string => desk.newIdAt(at);
  for (const [seat, code] of codes.entries()) {
    const rest = candidates.slice(1);
    const turned = rest.map((_, i) => rest[(i + seat) % rest.length] ?? "");
    const choices = (seat % 2 === 0 ? [candidates[0] ?? "", ...turned] : [turned[0] ?? "", candidates[0] ?? "", ...turned.slice(1)]).slice(
      0,
      3,
    );
    await castByCode({ store: desk.store, actor: visitor("nl"), now: at, newId, via: "web" }, { code, choices });
  }
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Codes of the demo: the same on every run, which those of a real hall never are. */
function drawing(editionSlug: string): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    const bytes = createHash("sha256").update(`${editionSlug} code ${drawn}`).digest();
    return [...bytes.subarray(0, CODE_LENGTH)].map((byte) => CODE_ALPHABET.charAt(byte & 31)).join("");
  };
}

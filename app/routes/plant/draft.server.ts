import { campusChoices, organisationsByIds } from "~/domain/campus/queries";
import type { Draft } from "~/domain/ideas/drafts";
import type { DraftContent } from "~/domain/ideas/idea";
import { loadDraft } from "~/domain/ideas/queries-mine";
import { saveDraft } from "~/domain/ideas/save-draft";
import { isPerson } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";
import { claimFor, claimOf } from "~/web/draft";
import type { FormReply } from "~/web/forms";
import { recognise, termOptions, termWords, withSuggestions } from "~/web/taxonomy";

const STEP_FIELDS = {
  1: ["title", "pitch", "domainId", "lang", "campusId", "organisationId"],
  2: ["needs", "offers"],
  3: ["visibility", "matchConsent"],
} as const satisfies Record<number, readonly (keyof DraftContent)[]>;

/** Fields of the idea that a screen asks for. */
export function stepFields(step: number): readonly (keyof DraftContent)[] {
  return STEP_FIELDS[step === 2 || step === 3 ? step : 1];
}

/** Fields of the idea that a screen sent: the third also sends which terms are meant, when it asked. */
export function sentFields(step: number, sent: DraftContent): readonly (keyof DraftContent)[] {
  return step === 3 ? [...STEP_FIELDS[3], ...STEP_FIELDS[2].filter((name) => sent[name] !== undefined)] : stepFields(step);
}

/** What is wrong on one screen out of all that is wrong; null when this screen is right. */
export function onlyFields(reply: FormReply, names: readonly string[]): FormReply | null {
  const here = Object.entries(reply.fields).filter(([field]) => names.includes(field.replace(/\[.*/, "")));
  return here.length > 0 ? { ...reply, form: [], fields: Object.fromEntries(here) } : null;
}

/** The draft this page is about: by its address for a person, by their cookie for a visitor. Null: nothing written yet. */
export async function openDraft(ctx: WebCtx, request: Request): Promise<Draft | null> {
  if (isPerson(ctx.actor)) {
    const draftId = ctx.url.searchParams.get("draft");
    return draftId === null ? null : loadDraft({ db: ctx.store.db, actor: ctx.actor }, { draftId });
  }
  const claim = claimOf(request, ctx.web);
  return claim === null ? null : loadDraft({ db: ctx.store.db, actor: ctx.actor }, { claim });
}

/** Everything the screens need. */
export async function plantView(ctx: WebCtx, request: Request, draft: Draft | null) {
  const wanted = Number(ctx.url.searchParams.get("step"));
  const step = draft !== null && (wanted === 2 || wanted === 3) ? wanted : 1;
  const campuses = (await campusChoices(ctx.store.db)).filter(
    ({ id }) => !isPerson(ctx.actor) || ctx.actor.keys.includes(`campus:${id}`) || ctx.actor.keys.includes(`companies:${id}`),
  );
  const content = draft?.content ?? {};
  const lang = content.lang ?? ctx.actor.locale;
  const rows = (list: DraftContent["needs"]) => withSuggestions(ctx, list ?? [], lang, step > 1);
  return {
    step,
    signedIn: isPerson(ctx.actor),
    draft: draft && { draftId: draft.id, revision: draft.revision },
    claimed: isPerson(ctx.actor) && step === 3,
    values: {
      title: content.title,
      pitch: content.pitch,
      lang,
      domainId: content.domainId,
      needs: await rows(content.needs),
      offers: await rows(content.offers),
    },
    visibility: content.visibility ?? "campus",
    matchConsent: content.matchConsent ?? "veiled",
    campusId: content.campusId ?? campuses[0]?.id ?? null,
    organisationId: content.organisationId ?? "",
    organisations: step === 1 ? await organisationsByIds(ctx.store.db, ctx.actor.organisationIds) : [],
    campuses,
    domains: step === 1 ? await termOptions(ctx, "domain", [content.domainId]) : [],
    words: step === 2 ? await termWords(ctx, lang) : [],
    autosaveTo: request.url.includes("draft=") && draft ? `/plant?draft=${draft.id}` : "/plant",
  };
}

export type PlantView = Awaited<ReturnType<typeof plantView>>;

interface Typed {
  readonly draftId?: string;
  readonly revision?: number;
  readonly content: DraftContent;
}

/** Lays what one screen sent over what was there and keeps it. */
export async function storeDraft(ctx: WebCtx, request: Request, typed: Typed, fields: readonly (keyof DraftContent)[]) {
  const claim = isPerson(ctx.actor) ? undefined : claimFor(request, ctx.web);
  const known =
    typed.draftId === undefined && claim === undefined
      ? null
      : await loadDraft({ db: ctx.store.db, actor: ctx.actor }, { draftId: typed.draftId, claim });
  const fresh: DraftContent = Object.fromEntries(fields.map((name) => [name, typed.content[name]]));
  const content: DraftContent = { ...known?.content, ...fresh, ...(await recognised(ctx, fresh)), ...(await onItsCampus(ctx, fresh)) };
  const saved = await saveDraft(ctx, {
    draftId: known?.id,
    claim,
    revision: known ? (typed.revision ?? known.revision) : undefined,
    content,
  });
  return { ...saved, content };
}

/** A challenge stands on the campus of its organisation; of an organisation that is not theirs nothing is kept. */
async function onItsCampus(ctx: WebCtx, { organisationId }: DraftContent): Promise<DraftContent> {
  if (organisationId === undefined) return {};
  const mine = await organisationsByIds(ctx.store.db, ctx.actor.organisationIds);
  const organisation = mine.find(({ id }) => id === organisationId);
  return organisation ? { campusId: organisation.campusId } : { organisationId: undefined };
}

async function recognised(ctx: WebCtx, content: DraftContent): Promise<DraftContent> {
  return {
    ...(content.needs && { needs: await recognise(ctx, content.needs) }),
    ...(content.offers && { offers: await recognise(ctx, content.offers) }),
  };
}

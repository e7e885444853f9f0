import { campusChoices } from "~/domain/campus/queries";
import type { Draft } from "~/domain/ideas/drafts";
import type { DraftContent, WordInput } from "~/domain/ideas/idea";
import { loadDraft } from "~/domain/ideas/queries-mine";
import { saveDraft } from "~/domain/ideas/save-draft";
import { isPerson } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";
import { claimFor, claimOf } from "~/web/draft";
import type { FormReply } from "~/web/forms";
import { recognise, termOptions, termWords } from "~/web/taxonomy";

const STEP_FIELDS = {
  1: ["title", "pitch", "domainId", "lang", "campusId"],
  2: ["needs", "offers"],
  3: ["visibility", "matchConsent"],
} as const satisfies Record<number, readonly (keyof DraftContent)[]>;

/** Fields of the idea that a screen asks for. */
export function stepFields(step: number): readonly (keyof DraftContent)[] {
  return STEP_FIELDS[step === 2 || step === 3 ? step : 1];
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
  const claim = claimOf(request);
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
  return {
    step,
    signedIn: isPerson(ctx.actor),
    draft: draft && { draftId: draft.id, revision: draft.revision },
    claimed: isPerson(ctx.actor) && step === 3,
    values: {
      title: content.title,
      pitch: content.pitch,
      lang: content.lang ?? ctx.actor.locale,
      domainId: content.domainId,
      needs: content.needs ?? [],
      offers: content.offers ?? [],
    },
    visibility: content.visibility ?? "campus",
    matchConsent: content.matchConsent ?? "veiled",
    campusId: content.campusId ?? campuses[0]?.id ?? null,
    campuses,
    domains: step === 1 ? await termOptions(ctx, "domain") : [],
    words: step === 2 ? await termWords(ctx, content.lang ?? ctx.actor.locale) : [],
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
  const content: DraftContent = { ...known?.content, ...fresh, ...(await recognised(ctx, fresh)) };
  const saved = await saveDraft(ctx, {
    draftId: known?.id,
    claim,
    revision: known ? (typed.revision ?? known.revision) : undefined,
    content,
  });
  return { ...saved, content };
}

async function recognised(ctx: WebCtx, content: DraftContent): Promise<DraftContent> {
  return {
    ...(content.needs && { needs: await recognise(ctx, content.needs) }),
    ...(content.offers && { offers: await recognise(ctx, content.offers) }),
  };
}

/** The whole draft as the form that plants it, so that one schema judges it. */
export function draftAsForm(content: DraftContent, draftId: string): FormData {
  const form = new FormData();
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined) form.set(name, value);
  };
  for (const name of ["title", "pitch", "description", "lang", "domainId", "growthMarketId", "productionStepId", "campusId"] as const)
    put(name, content[name]);
  put("visibility", content.visibility ?? "campus");
  put("matchConsent", content.matchConsent ?? "veiled");
  put("draftId", draftId);
  for (const list of ["needs", "offers"] as const) (content[list] ?? []).forEach((row, i) => putRow(form, `${list}[${i}]`, row));
  return form;
}

function putRow(form: FormData, at: string, row: WordInput): void {
  form.set(`${at}.kind`, row.kind);
  form.set(`${at}.words`, row.words);
  form.set(`${at}.weight`, String(row.weight));
  if (row.termId !== null) form.set(`${at}.termId`, row.termId);
}

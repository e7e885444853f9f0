import { redirect } from "@remix-run/node";
import { addClosure } from "~/domain/campus/add-closure";
import { addOrganisationMember } from "~/domain/campus/add-organisation-member";
import { createOrganisation } from "~/domain/campus/create-organisation";
import { endOrganisationMember } from "~/domain/campus/end-organisation-member";
import { slugOf } from "~/domain/campus/campus";
import { closureForm } from "~/domain/campus/forms";
import type { Campus } from "~/domain/campus/queries";
import { organisationsOf } from "~/domain/campus/queries";
import { removeClosure } from "~/domain/campus/remove-closure";
import { updateOpeningHours } from "~/domain/campus/update-opening-hours";
import { emailKey } from "~/domain/identity/person";
import { peopleOfCampus } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";
import { memberForm, newOrganisationForm, weekForm } from "./shapes.server";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

/** What the domain refuses about one field is said beside that field. */
async function orBeside<T>(
  form: FormData,
  field: string,
  key: "campus.organisation.taken" | "campus.member.already",
  act: () => Promise<T>,
) {
  try {
    return { ok: true as const, value: await act() };
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "already_done") throw thrown;
    return { ok: false as const, refusal: refuseForm(replyTo(form, { fields: { [field]: [{ key }] } }), 409) };
  }
}

async function close({ ctx, form }: Args, campus: Campus, page: string) {
  const parsed = parseForm(form, closureForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { closureId } = await addClosure(ctx, { ...parsed.value, campusId: campus.id });
  return said(ctx, `${page}#closures`, { key: "campus.closure.added", undo: { action: page, intent: "remove_closure", id: closureId } });
}

async function organise({ ctx, form }: Args, campus: Campus, page: string) {
  const parsed = parseForm(form, newOrganisationForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const slug = slugOf(parsed.value.name);
  const made = await orBeside(form, "name", "campus.organisation.taken", () =>
    createOrganisation(ctx, { ...parsed.value, slug, campusId: campus.id }),
  );
  return made.ok ? said(ctx, `${page}?organisation=${slug}#organisations`, { key: "campus.organisation.made" }) : made.refusal;
}

/** The organisation, when it is of this campus. */
async function organisationHere(ctx: WebCtx, campus: Campus, organisationId: string) {
  const organisation = (await organisationsOf(ctx.store.db, campus.id)).find(({ id }) => id === organisationId);
  if (!organisation) throw new DomainError("not_found");
  return organisation;
}

async function addMember({ ctx, form }: Args, campus: Campus, page: string) {
  const parsed = parseForm(form, memberForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { email, organisationId } = parsed.value;
  const { slug } = await organisationHere(ctx, campus, organisationId);
  // Only people of this campus: whether an address has an account elsewhere is not an organiser's to know.
  const { people } = await peopleOfCampus(ctx.store.db, ctx.actor, { campusId: campus.id, search: email, limit: 100 }, ctx.now);
  const person = people.find(({ staff }) => staff !== null && emailKey(staff.email) === emailKey(email));
  if (!person) return refuseForm(replyTo(form, { fields: { email: [{ key: "campus.member.unknown" }] } }));
  const added = await orBeside(form, "email", "campus.member.already", () =>
    addOrganisationMember(ctx, { organisationId, personId: person.id }),
  );
  if (!added.ok) return added.refusal;
  const undo = { action: page, intent: "end_member", id: `${organisationId}:${person.id}` };
  return said(ctx, `${page}?organisation=${slug}#organisations`, { key: "campus.member.added", params: { name: person.name }, undo });
}

/** Ends a membership, or takes that back; `id` names the organisation and the person. */
async function changeMember({ ctx, form, intent }: Args, campus: Campus, page: string) {
  const id = String(form.get("id") ?? "");
  const [organisationId = "", personId = ""] = id.split(":");
  const { slug } = await organisationHere(ctx, campus, organisationId);
  const to = `${page}?organisation=${slug}#organisations`;
  if (intent === "restore_member") {
    await addOrganisationMember(ctx, { organisationId, personId });
    return said(ctx, to, { key: "campus.member.back" });
  }
  await endOrganisationMember(ctx, { organisationId, personId });
  return said(ctx, to, { key: "campus.member.ended", undo: { action: page, intent: "restore_member", id } });
}

/** Runs what an organiser asked about the hours, closures and organisations of the campus. */
export async function perform(args: Args, campus: Campus) {
  const { ctx, form, intent } = args;
  const page = `/campus/${campus.slug}/settings`;
  switch (intent) {
    case "hours": {
      const parsed = parseForm(form, weekForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await updateOpeningHours(ctx, { campusId: campus.id, hours: parsed.value });
      return said(ctx, page, { key: "campus.hours.saved" });
    }
    case "closure":
      return close(args, campus, page);
    case "remove_closure":
      await removeClosure(ctx, { campusId: campus.id, closureId: String(form.get("id") ?? "") });
      return said(ctx, `${page}#closures`, { key: "campus.closure.removed" });
    case "organisation":
      return organise(args, campus, page);
    case "member":
      return addMember(args, campus, page);
    case "end_member":
    case "restore_member":
      return changeMember(args, campus, page);
    default:
      throw new DomainError("invalid");
  }
}

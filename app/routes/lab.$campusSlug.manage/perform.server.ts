import { redirect } from "@remix-run/node";
import type { Campus } from "~/domain/campus/queries";
import { emailKey } from "~/domain/identity/person";
import { peopleOfCampus } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { closeResource } from "~/domain/lab/close-resource";
import { closeForm, inductionForm } from "~/domain/lab/forms";
import { giveInduction } from "~/domain/lab/give-induction";
import { openResource } from "~/domain/lab/open-resource";
import { revokeInduction } from "~/domain/lab/revoke-induction";
import { dayGridFor } from "~/domain/lab/queries-day";
import { inductionsOf } from "~/domain/lab/queries";
import { dayRange } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { parseForm, replyTo } from "~/web/forms";
import { dayName } from "~/web/lab";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

function said(ctx: WebCtx, hash: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`${ctx.url.pathname}${hash}`, 303);
}

/** The resource of this campus with that id; of another campus it does not exist here. */
async function resourceHere(ctx: WebCtx, campus: Campus, id: string) {
  const grid = await dayGridFor({ db: ctx.store.db, actor: ctx.actor }, campus.slug, null, ctx.now);
  const resource = grid.spaces.flatMap(({ resources }) => resources).find((one) => one.id === id);
  if (!resource) throw new DomainError("not_found");
  return { id, name: resource.name[ctx.actor.locale] };
}

async function close({ ctx, form }: Args, campus: Campus) {
  const parsed = parseForm(form, closeForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { id, untilDay, reason, cancel } = parsed.value;
  const { name } = await resourceHere(ctx, campus, id);
  try {
    const labels = { nl: reason, fr: reason, en: reason };
    await closeResource(ctx, { resourceId: id, untilDay, reason: labels, cancelBookings: cancel });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "invalid") throw thrown;
    return refuseForm(replyTo(form, { fields: { untilDay: [{ key: "lab.form.no_day" }] } }));
  }
  const day = dayName(ctx.actor.locale, untilDay);
  return said(ctx, `#resource-${id}`, {
    key: "lab.manage.closed",
    params: { name, day },
    undo: { action: ctx.url.pathname, intent: "open", id },
  });
}

async function give({ ctx, form }: Args, campus: Campus) {
  const parsed = parseForm(form, inductionForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { id, email, untilDay } = parsed.value;
  await resourceHere(ctx, campus, id);
  const { people } = await peopleOfCampus(ctx.store.db, ctx.actor, { campusId: campus.id, search: email, limit: 100 }, ctx.now);
  const person = people.find(({ staff }) => staff !== null && emailKey(staff.email) === emailKey(email));
  if (!person) return refuseForm(replyTo(form, { fields: { email: [{ key: "lab.manage.unknown" }] } }));
  const until = dayRange(campus.zone, untilDay).until;
  if (until <= ctx.now) return refuseForm(replyTo(form, { fields: { untilDay: [{ key: "lab.form.no_day" }] } }));
  const { inductionId } = await giveInduction(ctx, { resourceId: id, personId: person.id, until });
  return said(ctx, `#resource-${id}`, {
    key: "lab.manage.given",
    undo: { action: ctx.url.pathname, intent: "revoke", id: inductionId },
  });
}

/** Runs what an organiser asked about the places of the campus. */
export async function perform(args: Args, campus: Campus) {
  const { ctx, form, intent } = args;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "close":
      return close(args, campus);
    case "open": {
      const { name } = await resourceHere(ctx, campus, id);
      await openResource(ctx, id);
      return said(ctx, `#resource-${id}`, { key: "lab.manage.opened", params: { name } });
    }
    case "give":
      return give(args, campus);
    case "revoke": {
      const given = await inductionsOf({ db: ctx.store.db, actor: ctx.actor }, campus.id, ctx.now);
      if (!given.some((one) => one.id === id)) throw new DomainError("not_found");
      await revokeInduction(ctx, id);
      return said(ctx, "", { key: "lab.manage.revoked" });
    }
    default:
      throw new DomainError("invalid");
  }
}

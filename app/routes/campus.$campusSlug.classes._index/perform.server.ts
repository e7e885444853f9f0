import { data, redirect } from "@remix-run/node";
import type { Campus } from "~/domain/campus/queries";
import { inviteTableForm, sendListForm } from "~/domain/identity/forms";
import { inviteList } from "~/domain/identity/invite-list/invite-list";
import { judgeList } from "~/domain/identity/invite-list/judge-list";
import { invitesOfList } from "~/domain/identity/invite-list/queries";
import { LIST_MAX } from "~/domain/identity/invite-list/limits";
import { decodeTable, readList } from "~/domain/identity/invite-list/read-list";
import { givableRoles } from "~/domain/identity/policy";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import type { WebCtx } from "~/web/ctx";
import type { FormReply } from "~/web/forms";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

const LOOK_RATE = { name: "invite-list-look", limit: 100, ipLimit: 300, windowMs: hours(1) };
const SEND_RATE = { name: "invite-list", limit: 20, ipLimit: 60, windowMs: hours(1) };

/** The file that was chosen, or else what was pasted; null for a file that holds no text. */
async function tableIn(form: FormData, pasted: string): Promise<string | null> {
  const file = form.get("file");
  return file instanceof File && file.size > 0 ? decodeTable(new Uint8Array(await file.arrayBuffer())) : pasted;
}

const wrongTable = (form: FormData, field: "file" | "table", message: FormReply["form"][number]) =>
  refuseForm(replyTo(form, { fields: { [field]: [message] } }));

/** Tells of each row what sending would do. Nothing is kept, and nobody hears of it. */
async function look({ ctx, form }: Args, campus: Campus) {
  const parsed = parseForm(form, inviteTableForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, LOOK_RATE, ctx.actor.personId);
  const { name, role, locale, table: pasted = "" } = parsed.value;
  const table = await tableIn(form, pasted);
  if (table === null) return wrongTable(form, "file", { key: "classes.problem.no_text" });
  const givable = givableRoles(ctx.actor, { kind: "campus", id: campus.id });
  const rows = readList(table, { role, locale, givable });
  if (rows === "empty") return wrongTable(form, "table", { key: "classes.problem.empty" });
  if (rows === "too_many") return wrongTable(form, "table", { key: "classes.problem.too_many", params: { maximum: LIST_MAX } });
  const judged = (await judgeList(ctx.store.db, campus.id, rows, ctx.now)).map(({ problem: _problem, ...row }) => row);
  const people = judged.filter(({ outcome }) => outcome === "new").map((row) => [row.email, row.name, row.role, row.locale]);
  const seen = { listId: ctx.newId(), name, role, locale, table, rows: judged, count: people.length, people: JSON.stringify(people) };
  return data({ reply: null as FormReply | null, seen });
}

async function send({ ctx, form }: Args, campus: Campus) {
  const parsed = parseForm(form, sendListForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, SEND_RATE, ctx.actor.personId);
  const { listId, name, people } = parsed.value;
  const { invited } = await inviteList(ctx, { listId, campusId: campus.id, name, rows: people });
  const page = `/campus/${campus.slug}/classes`;
  setToast(ctx.web, invited > 0 ? { key: "classes.sent", params: { count: invited } } : { key: "classes.sent_none" });
  const list = await invitesOfList(ctx.store.db, listId, ctx.now);
  return redirect(list.length > 0 ? `${page}/${listId}` : page, 303);
}

/** Runs what an organiser asked about a class. */
export async function perform(args: Args, campus: Campus) {
  if (args.intent === "look") return look(args, campus);
  if (args.intent === "send") return send(args, campus);
  throw new DomainError("invalid");
}

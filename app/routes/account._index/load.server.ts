import { allCampuses, organisationsByIds } from "~/domain/campus/queries";
import { canRunCampus } from "~/domain/campus/policy";
import { wordsOf } from "~/domain/ideas/queries-page";
import { myBlocks } from "~/domain/identity/blocks";
import { isMinor } from "~/domain/identity/person";
import { myPhoto } from "~/domain/identity/photo/queries-photo";
import { isAdmin } from "~/domain/identity/policy";
import { invitesFor, myAccount, sessionsOf } from "~/domain/identity/queries";
import { hasSecondStep } from "~/domain/identity/second-step/queries";
import { passwordMinimum } from "~/domain/identity/set-password";
import type { Person } from "~/domain/kernel/actor";
import { found } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { deviceOf } from "~/domain/identity/access/device";

/** Everything the account page shows of the person who is signed in. */
export async function accountView(ctx: WebCtx & { readonly actor: Person }) {
  const { actor, now, sessionId } = ctx;
  const { db } = ctx.store;
  const account = found(await myAccount(db, actor.personId));
  const campuses = await allCampuses(db);
  const organisations = await organisationsByIds(db, actor.organisationIds);
  const words = await wordsOf(db, "person", actor.personId);
  const invites = await invitesFor(db, actor.personId, now);
  const sessions = await sessionsOf(db, actor.personId, now);
  const said = (list: typeof words.needs) => list.map(({ id, lang, words: text }) => ({ id, lang, text }));
  return {
    email: account.email,
    hasPassword: account.hasPassword,
    hasStep: await hasSecondStep(db, actor.personId),
    passwordMinimum: await passwordMinimum(db, actor.personId),
    isMinor: isMinor(account.ageBand),
    photo: (await myPhoto(db, actor.personId))?.id ?? null,
    profile: {
      name: account.name,
      locale: account.locale,
      languages: account.languages ?? [account.locale],
      audience: account.audience ?? "",
      bio: account.bio ?? "",
      interests: account.interests ?? "",
      visibility: account.visibility ?? "private",
    },
    needs: said(words.needs),
    offers: said(words.offers),
    roles: actor.roles.map(({ role, scopeKind, scopeId }) => ({
      key: `${role} ${scopeId}`,
      role,
      place: scopeKind === "edition" ? "T2-awards" : (campuses.find(({ id }) => id === scopeId)?.name ?? "Broeikas"),
    })),
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    runs: campuses.filter(({ id }) => canRunCampus(actor, id)).map(({ slug, name }) => ({ slug, name })),
    isAdmin: isAdmin(actor),
    readsMail: isAdmin(actor) && ctx.web.env.SMTP_URL === undefined,
    invites: invites.map(({ id, role, scopeKind, campus, invitedBy, dueAt }) => ({
      id,
      role,
      place: scopeKind === "edition" ? "T2-awards" : (campus ?? "Broeikas"),
      invitedBy,
      dueAt,
    })),
    blocks: await myBlocks(db, actor.personId),
    sessions: sessions.map(({ publicId, createdAt, absoluteUntil, userAgent }) => ({
      publicId,
      createdAt,
      absoluteUntil,
      device: deviceOf(userAgent),
      isThis: publicId === sessionId,
    })),
  };
}

export type AccountView = Awaited<ReturnType<typeof accountView>>;

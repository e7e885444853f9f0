import { canRunCampus } from "~/domain/campus/policy";
import { campusById, campusChoices } from "~/domain/campus/queries";
import { registrationFor } from "~/domain/companies/queries";
import { isId } from "~/domain/ideas/visible";
import { DomainError, found } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";

/** A registration for its person or who decides it; for everybody else there is none ("not_found"). */
export async function registrationView(ctx: WebCtx, id: string | undefined) {
  const { db } = ctx.store;
  if (id === undefined || !isId(id)) throw new DomainError("not_found");
  const { registration, own, decides, existing, contact, seen } = await registrationFor({ db, actor: ctx.actor }, id);
  const { slug, name, zone } = found(await campusById(db, registration.campusId));
  const { emailKey: _key, personId: _person, decidedBy: _decider, openKey: _open, ...shown } = registration;
  const canCorrect = own && (shown.state === "begun" || shown.state === "waiting");
  return {
    ...shown,
    own,
    decides,
    runsCampus: canRunCampus(ctx.actor, registration.campusId),
    contact,
    existing,
    seen,
    campus: { slug, name, zone },
    campuses: canCorrect ? await campusChoices(db) : [],
    canCorrect,
    canDecide: decides && shown.state === "waiting",
  };
}

export type RegistrationPage = Awaited<ReturnType<typeof registrationView>>;

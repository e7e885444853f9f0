import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canManageMembers } from "~/domain/campus/policy";
import { organisationsByIds } from "~/domain/campus/queries";
import { isId } from "~/domain/ideas/visible";
import { DomainError } from "~/domain/kernel/errors";
import { useT } from "~/ui/i18n";
import { WordsForm } from "~/ui/ideas/WordsForm";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { saveWords, wordsToEdit } from "~/web/words";

export const handle: PageHandle = { title: "campus.organisation.words" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const { organisationId = "" } = params;
  const [organisation] = isId(organisationId) ? await organisationsByIds(ctx.store.db, [organisationId]) : [];
  if (!organisation || !canManageMembers(ctx.actor, organisation)) throw new DomainError("not_found");
  return { name: organisation.name, ...(await wordsToEdit(ctx, { ownerKind: "organisation", ownerId: organisation.id })) };
});

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const { organisationId = "" } = params;
  const refused = await saveWords(ctx, form, { ownerKind: "organisation", ownerId: organisationId });
  if (refused) return refuseForm(refused);
  // Without JavaScript "one more" keeps what is there; the page then has an empty row again.
  if (intent !== "more_rows") setToast(ctx.web, { key: "campus.organisation.words.saved" });
  return redirect(`/organisations/${organisationId}`, 303);
});

/** What an organisation offers and looks for, for its members and who runs its campus. */
export default function OrganisationWords() {
  const t = useT();
  const { name, words, ...values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("campus.organisation.words_of", { name })} lead={t("campus.organisation.words.lead")} width="middle">
      <WordsForm values={values} words={words} reply={reply} />
    </Page>
  );
}

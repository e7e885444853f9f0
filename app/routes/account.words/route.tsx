import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { WordsForm } from "~/ui/ideas/WordsForm";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { saveWords, wordsToEdit } from "~/web/words";

export const handle: PageHandle = { title: "account.words" };

export const loader = definePersonLoader(({ ctx }) => wordsToEdit(ctx, { ownerKind: "person", ownerId: ctx.actor.personId }));

export const action = definePersonAction(async ({ ctx, form, intent }) => {
  const refused = await saveWords(ctx, form, { ownerKind: "person", ownerId: ctx.actor.personId });
  if (refused) return refuseForm(refused);
  // Without JavaScript "one more" keeps what is there; the page then has an empty row again.
  if (intent === "more_rows") return redirect("/account/words", 303);
  setToast(ctx.web, { key: "account.words.saved" });
  return redirect("/account", 303);
});

export default function PersonWords() {
  const t = useT();
  const { words, ...values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("account.words")} lead={t("account.words.lead")} width="middle">
      <WordsForm values={values} words={words} reply={reply} />
    </Page>
  );
}

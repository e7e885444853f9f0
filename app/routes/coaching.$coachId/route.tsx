import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookTalk } from "~/domain/coaching/book-talk";
import { bookForm } from "~/domain/coaching/forms";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { Book } from "./Book";
import css from "./Book.module.css";
import { coachView } from "./load.server";

export const handle: PageHandle = { title: (data) => (data as { coach?: { name?: string } }).coach?.name };

export const loader = definePersonLoader(({ ctx, params }) => coachView(ctx, params.coachId ?? ""));

export const action = definePersonAction(async ({ ctx, params, form }) => {
  await coachView(ctx, params.coachId ?? "");
  const parsed = parseForm(form, bookForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { sessionId } = await bookTalk(ctx, { ...parsed.value, coachId: params.coachId ?? "" });
  setToast(ctx.web, { key: "coaching.booked" });
  return redirect(`/coaching/session/${sessionId}`, 303);
});

export default function Coach() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { coach, photo, campus, campuses, isMe } = view;
  return (
    <Page title={t("coaching.book.title", { name: coach.name })} lead={coach.bio || t("coaching.book.lead")} width="middle">
      <div className={css.about}>
        <Face name={coach.name} photo={photo} size={photo ? "big" : undefined} />
        <Chips label={t("coaching.languages", { name: coach.name })}>
          {coach.languages.map((locale) => (
            <Chip key={locale}>{t(`locale.${locale}`)}</Chip>
          ))}
          <Chip tone="offer">{campus.name}</Chip>
        </Chips>
        {campuses.length > 1 ? (
          <nav aria-label={t("coaching.book.campus")} className={css.campuses}>
            {campuses
              .filter(({ id }) => id !== campus.id)
              .map(({ id, slug, name }) => (
                <Link key={id} to={`/coaching/${coach.id}?campus=${slug}`}>
                  {t("coaching.book.at", { campus: name })}
                </Link>
              ))}
          </nav>
        ) : null}
      </div>
      <Book view={view} reply={reply} />
      <p className={css.about}>
        <Link to="/coaching">{t("coaching.all")}</Link>
        {photo && !isMe ? <Link to={`/report/photo/${photo}`}>{t("photo.report")}</Link> : null}
      </p>
    </Page>
  );
}

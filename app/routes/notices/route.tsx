import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mailPreferencesSchema } from "~/domain/notifications/forms";
import { markAllNoticesRead } from "~/domain/notifications/mark-all-notices-read";
import { markNoticeRead } from "~/domain/notifications/mark-notice-read";
import { NOTICE_GROUPS } from "~/domain/notifications/notice";
import type { NoticeGroup } from "~/domain/notifications/notice";
import { mailPreferences, noticesFor } from "~/domain/notifications/queries-notices";
import { setMailPreferences } from "~/domain/notifications/set-mail-preferences";
import { DomainError } from "~/domain/kernel/errors";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { ByMail } from "./ByMail";
import { NoticeItem } from "./NoticeItem";

export const handle: PageHandle = { title: "notices.title" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const { db } = ctx.store;
  const notices = await noticesFor({ db, actor: ctx.actor });
  const chosen = await mailPreferences(db, ctx.actor.personId);
  const groups = (Object.keys(NOTICE_GROUPS) as NoticeGroup[]).map((group) => ({
    group,
    kinds: NOTICE_GROUPS[group].map((kind) => ({ kind, byMail: chosen.get(kind) ?? false })),
  }));
  return { notices, groups };
});

export type NoticesData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, form, intent }) => {
  switch (intent) {
    case "open":
      return redirect((await markNoticeRead(ctx, String(form.get("id") ?? ""))).path, 303);
    case "read_all":
      await markAllNoticesRead(ctx);
      setToast(ctx.web, { key: "notices.read_done" });
      return redirect("/notices", 303);
    case "by_mail": {
      const parsed = parseForm(form, mailPreferencesSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setMailPreferences(ctx, new Set(parsed.value.byMail));
      setToast(ctx.web, { key: "notices.mail.saved" });
      return redirect("/notices", 303);
    }
    default:
      throw new DomainError("invalid");
  }
});

export default function Notices() {
  const t = useT();
  const { notices, groups } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  return (
    <Page
      title={t("notices.title")}
      lead={unread > 0 ? t("nav.unread", { count: unread }) : t("notices.lead")}
      width="middle"
      actions={
        unread > 0 ? (
          <ReplyForm formId="read-all" intent="read_all">
            <SubmitButton look="quiet">{t("notices.read_all")}</SubmitButton>
          </ReplyForm>
        ) : null
      }
    >
      {notices.length === 0 ? (
        <EmptyState title={t("notices.none.title")} text={t("notices.none.text")} />
      ) : (
        <List label={t("notices.title")}>
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} />
          ))}
        </List>
      )}
      <ByMail groups={groups} reply={reply} />
    </Page>
  );
}

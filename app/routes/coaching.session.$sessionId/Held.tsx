import { CheckCards } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { TalkView } from "./load.server";

/** The coach says that the talk was held, and who did not come. */
export function Held({ view, reply }: { view: TalkView; reply: Reply | null }) {
  const t = useT();
  const coming = view.talk.people.filter(({ presence }) => presence === "coming");
  return (
    <Card>
      <h2>{t("coaching.held.title")}</h2>
      <ReplyForm formId="held" reply={reply} intent="held">
        <Fields>
          <ErrorSummary />
          {coming.length > 0 ? (
            <CheckCards
              name="absent"
              legend={t("coaching.held.absent")}
              options={coming.map(({ personId, name }) => ({ value: personId, label: name }))}
              initial={[]}
            />
          ) : null}
          <SubmitButton>{t("coaching.held.save")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

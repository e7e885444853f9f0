import { CheckCards, TextField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { EmptyState } from "~/ui/kit/Page";
import type { GraftData } from "./route";

/** Which ideas to join: a form that only asks for the next page. */
export function Choose({ choices }: Pick<GraftData, "choices">) {
  const t = useT();
  return (
    <Card>
      <ReplyForm formId="choose" method="get">
        <Fields>
          {choices.length === 0 ? (
            <EmptyState title={t("graft.none")} text={t("graft.none_text")} />
          ) : (
            <>
              <CheckCards
                name="with"
                legend={t("graft.choose")}
                options={choices.map(({ id, title }) => ({ value: id, label: title }))}
                initial={[]}
              />
              <p>{t("graft.choose_hint")}</p>
            </>
          )}
          <TextField name="address" label={t("graft.address")} hint={t("graft.address_hint")} optional autoComplete="off" />
          <SubmitButton>{t("graft.next")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

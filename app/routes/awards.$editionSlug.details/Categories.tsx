import { CATEGORY_ABOUT_MAX, CATEGORY_NAME_MAX } from "~/domain/awards/editions/category";
import { InLanguages } from "~/ui/awards/InLanguages";
import { useLabel } from "~/ui/awards/labels";
import { OrderActs } from "~/ui/awards/OrderActs";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Row, Rows } from "~/ui/kit/Rows";
import type { DetailsData } from "./route";

type Category = DetailsData["categories"][number];

/** The categories in their order: reworded, moved, taken away, added. */
export function Categories({ page, reply }: { page: DetailsData; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const { categories, editable } = page;
  return (
    <>
      <Rows title={t("awards.categories")}>
        {categories.map((one, at) => (
          <Row key={one.code} title={label(one.name)} facts={<Facts category={one} />}>
            {editable ? (
              <>
                <OrderActs
                  field="code"
                  value={one.code}
                  name={label(one.name)}
                  may={{ up: at > 0, down: at < categories.length - 1, remove: one.entries === 0 && categories.length > 1 }}
                />
                <Disclosure label={t("edition.form.change")} open={reply?.intent === `save:${one.code}`}>
                  <CategoryForm category={one} reply={reply} />
                </Disclosure>
              </>
            ) : null}
          </Row>
        ))}
      </Rows>
      {editable ? (
        <Card>
          <Disclosure label={t("editor.category_add")} open={reply?.intent === "add"}>
            <CategoryForm key={categories.length} reply={reply} />
          </Disclosure>
        </Card>
      ) : null}
    </>
  );
}

function Facts({ category: { about, entries } }: { category: Category }) {
  const t = useT();
  const label = useLabel();
  return <>{[label(about), t("editor.category_entries", { count: entries })].filter(Boolean).join(" · ")}</>;
}

function CategoryForm({ category, reply }: { category?: Category; reply: Reply | null }) {
  const t = useT();
  const intent = category ? `save:${category.code}` : "add";
  return (
    <ReplyForm key={JSON.stringify(category)} formId={category?.code ?? "new"} intent={intent} reply={reply}>
      <Fields>
        <ErrorSummary />
        {category ? <input type="hidden" name="code" value={category.code} /> : null}
        <InLanguages name="name" label={t("editor.category_name")} initial={category?.name} maxLength={CATEGORY_NAME_MAX} />
        <InLanguages
          name="about"
          label={t("editor.category_about")}
          initial={category?.about}
          maxLength={CATEGORY_ABOUT_MAX}
          rows={3}
          optional
        />
        <SubmitButton look="quiet">{category ? t("form.save") : t("editor.category_add")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}

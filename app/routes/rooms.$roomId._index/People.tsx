import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import css from "./Room.module.css";
import type { RoomData } from "./route";

/** Both sides with their people; with each name of the other side the way to want nothing of them. */
export function People({ data, present }: { data: RoomData; present: readonly string[] }) {
  const t = useT();
  const { sides, people, coach } = data.room;
  return (
    <Card>
      <h2>{t("rooms.people")}</h2>
      {sides.map((side) => (
        <div key={side.position} className={css.side}>
          <h3 lang={side.lang ?? undefined}>
            {side.path ? <Link to={side.path}>{side.title}</Link> : (side.title ?? t(`rooms.side.${side.kind}`))}
          </h3>
          <ul className={css.list}>
            {people
              .filter(({ position }) => position === side.position)
              .map(({ personId, name }) => (
                <li key={personId} className={css.person}>
                  <span data-here={present.includes(personId) || undefined}>{name}</span>
                  {side.mine || coach ? null : (
                    <Disclosure label={t("rooms.block_named", { name })}>
                      <ReplyForm formId={`block-${personId}`} intent="block">
                        <input type="hidden" name="id" value={personId} />
                        <p className={css.muted}>{t("rooms.block_text")}</p>
                        <SubmitButton small look="quiet">
                          {t("rooms.block")}
                        </SubmitButton>
                      </ReplyForm>
                    </Disclosure>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}

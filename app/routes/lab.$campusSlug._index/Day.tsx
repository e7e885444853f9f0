import { AUDIENCES } from "~/domain/identity/person";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { FreeList } from "~/ui/lab/FreeList";
import { Grid } from "~/ui/lab/Grid";
import { Plan } from "~/ui/lab/Plan";
import css from "./Lab.module.css";
import type { LabPageView } from "./load.server";

/** A space on a day: its floor plan beside its day grid; on a phone the list of what is free first. */
export function Day({ view, space }: { view: LabPageView; space: NonNullable<LabPageView["space"]> }) {
  const t = useT();
  const { asList, open, residents } = view;
  const { name, about, onlyFor, resources } = space;
  const audiences = AUDIENCES.filter((one) => onlyFor.includes(one)).map((one) => t(`audience.${one}`));
  const plan = <Plan name={name} resources={resources} dated={!view.isToday} />;
  return (
    <>
      {audiences.length > 0 ? <Note>{t("lab.space.not_for_me", { audiences: audiences.join(", ") })}</Note> : null}
      <div className={css.day}>
        <div className={css.side}>
          <Card label={t("lab.plan", { space: name })}>
            <div>
              <h2>{name}</h2>
              <p className={css.about}>{about}</p>
            </div>
            <div className={css.planWide}>{plan}</div>
            <details className={css.planSmall}>
              <summary>{t("lab.plan.show")}</summary>
              {plan}
            </details>
            {residents.length > 0 ? (
              <p className={css.about}>
                {t("lab.residents")}: {residents.map(({ name: called }) => called).join(", ")}
              </p>
            ) : null}
          </Card>
        </div>
        {open.length === 0 ? null : (
          <div className={css.main}>
            <Card label={t("lab.grid", { space: name })}>
              <p className={css.viewSwitch}>
                <Link to={view.otherView} preventScrollReset>
                  {t(asList ? "lab.list.grid" : "lab.list")}
                </Link>
              </p>
              {asList ? null : (
                <div className={css.gridOnly}>
                  <Grid name={name} resources={resources} hours={view.hours} now={view.now} />
                </div>
              )}
              <div className={asList ? undefined : css.listOnly}>
                <FreeList name={name} resources={resources} />
              </div>
            </Card>
          </div>
        )}
      </div>
    </>
  );
}

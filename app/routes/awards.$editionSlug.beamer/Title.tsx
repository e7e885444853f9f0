import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Plant } from "~/ui/plant/Plant";
import { Qr } from "~/ui/sessions/Qr";
import css from "./Beamer.module.css";
import type { BeamerData } from "./route";

/** Before the first slide and after the last: whose evening it is, and how to follow it on a phone. */
export function Title({ data, state }: { data: BeamerData; state: "before" | "running" | "over" }) {
  const t = useT();
  const label = useLabel();
  const seeds = ["kas", "zaad", "oogst"];
  return (
    <div className={css.titled}>
      <div className={css.words}>
        <h1>{label(data.stage.edition.name)}</h1>
        <p>{t(`ceremony.screen.${state}`)}</p>
        <div className={css.join}>
          <Qr code={data.live.qr} label={t("ceremony.qr_live")} />
          <p>
            {t("ceremony.follow")} <strong>{data.live.address}</strong>
          </p>
        </div>
      </div>
      <div className={css.plants} aria-hidden="true">
        {seeds.map((seed, at) => (
          <Plant
            key={seed}
            className={css.plant}
            sway
            spec={{
              seed,
              stage: at === 1 ? "harvest" : "bloom",
              versions: 4,
              comments: 4,
              openNeeds: 0,
              stems: 1,
              flower: true,
              fruit: at === 1,
            }}
          />
        ))}
      </div>
    </div>
  );
}

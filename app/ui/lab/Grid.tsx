import type { CSSProperties, ReactNode } from "react";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Facts } from "./Facts";
import css from "./Grid.module.css";
import type { BlockView, FreeView, HourView, ResourceView } from "./view";

const at = ({ left, width }: { left: number; width: number }): CSSProperties => ({ left: `${left}%`, width: `${width}%` });

function Free({ name, free }: { name: string; free: FreeView }) {
  const t = useT();
  const { from, until, to } = free;
  return (
    <li className={css.free} style={at(free)}>
      <Link to={to} aria-label={t("lab.grid.book_label", { name, from, until })} title={`${from}–${until}`}>
        <span aria-hidden="true">+ {t("lab.grid.book")}</span>
      </Link>
    </li>
  );
}

function Block({ name, block }: { name: string; block: BlockView }) {
  const t = useT();
  const { kind, from, until, to, lang } = block;
  const label = block.label ?? t(`lab.block.${kind === "buffer" || kind === "closed" ? kind : "busy"}`);
  const inside: ReactNode = (
    <>
      <span className={css.label} lang={lang ?? undefined}>
        {label}
      </span>
      <span className="sr-only"> {t("lab.stretch", { from, until })}</span>
    </>
  );
  return (
    <li className={`${css.block} ${css[kind]}`} style={at(block)} title={`${from}–${until} ${label}`}>
      {to ? (
        <Link to={to} aria-label={t("lab.block.open", { name, label, from, until })}>
          {inside}
        </Link>
      ) : (
        inside
      )}
    </li>
  );
}

/** The day of a space: hours on top, a row for each resource, what is held and what is free in it, a line at this moment. */
export function Grid(props: { name: string; resources: readonly ResourceView[]; hours: readonly HourView[]; now: number | null }) {
  const { name, resources, hours, now } = props;
  const t = useT();
  const marks = { "--step": `${hours[1] ? hours[1].left - (hours[0]?.left ?? 0) : 100}%` } as CSSProperties;
  return (
    <section className={css.grid} aria-label={t("lab.grid", { space: name })} style={marks}>
      <div className={css.hours} aria-hidden="true">
        {hours.map(({ label, left }) => (
          <span key={label} style={{ left: `${left}%` }}>
            {label}
          </span>
        ))}
      </div>
      <ul className={css.rows}>
        {resources.map((resource) => (
          <li key={resource.id} className={css.row}>
            <div className={css.head}>
              <h3 className={css.name}>{resource.name}</h3>
              <Facts resource={resource} />
            </div>
            <ol className={css.track}>
              {resource.free.map((free) => (
                <Free key={free.from} name={resource.name} free={free} />
              ))}
              {resource.blocks.map((block) => (
                <Block key={`${block.kind}${block.from}${block.left}`} name={resource.name} block={block} />
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {now === null ? null : (
        <div className={css.nowLayer} aria-hidden="true">
          <span className={css.now} style={{ left: `${now}%` }} />
        </div>
      )}
    </section>
  );
}

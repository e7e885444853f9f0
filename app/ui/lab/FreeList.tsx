import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Facts } from "./Facts";
import css from "./FreeList.module.css";
import type { BlockView, ResourceView } from "./view";

function Taken({ block, name }: { block: BlockView; name: string }) {
  const t = useT();
  const { kind, from, until, to, lang } = block;
  const label = block.label ?? t(`lab.block.${kind === "buffer" || kind === "closed" ? kind : "busy"}`);
  const said = <span lang={lang ?? undefined}>{label}</span>;
  return (
    <li className={kind === "mine" ? css.own : undefined}>
      {from}–{until}{" "}
      {to ? (
        <Link to={to} aria-label={t("lab.block.open", { name, label, from, until })}>
          {said}
        </Link>
      ) : (
        said
      )}
    </li>
  );
}

/** The day of a space as a list: each resource with its free stretches as buttons, and what is taken below. */
export function FreeList({ name, resources }: { name: string; resources: readonly ResourceView[] }) {
  const t = useT();
  return (
    <ul className={css.list} aria-label={t("lab.grid", { space: name })}>
      {resources.map((resource) => (
        <li key={resource.id} className={css.item}>
          <div className={css.head}>
            <div>
              <h3 className={css.name}>{resource.name}</h3>
              <Facts resource={resource} />
            </div>
            {resource.state ? (
              <span className={css.state} data-state={resource.state}>
                {t(`lab.state.${resource.state}`)}
              </span>
            ) : null}
          </div>
          {resource.free.length > 0 ? (
            <ul className={css.free} aria-label={`${t("lab.list.free")}: ${resource.name}`}>
              {resource.free.map(({ from, until, to }) => (
                <li key={from}>
                  <Link to={to} aria-label={t("lab.grid.book_label", { name: resource.name, from, until })}>
                    {from}–{until}
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className={css.none}>{t("lab.list.none")}</p>
          )}
          {resource.blocks.some(({ kind }) => kind !== "buffer") ? (
            <ul className={css.taken} aria-label={`${t("lab.list.taken")}: ${resource.name}`}>
              {resource.blocks
                .filter(({ kind }) => kind !== "buffer")
                .map((block) => (
                  <Taken key={`${block.kind}${block.from}${block.left}`} block={block} name={resource.name} />
                ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

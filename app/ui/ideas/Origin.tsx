import type { Locale } from "~/domain/kernel/actor";
import type { Status } from "~/domain/ideas/idea";
import { useT } from "../i18n";
import { Kept } from "../kit/Kept";
import { Link } from "../kit/Link";
import { Time } from "../when";
import { BOX, layOut } from "./origin-layout";
import css from "./Origin.module.css";

interface Family {
  readonly nodes: readonly { readonly id: string; readonly title: string; readonly lang: Locale; readonly status: Status }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: "graft" | "fork" | "note";
    readonly share: number | null;
    readonly at: Date;
    readonly undoneAt: Date | null;
  }[];
  readonly entries: readonly {
    readonly id: string;
    readonly ideaId: string;
    readonly name: string;
    readonly path: string;
    readonly at: Date;
  }[];
}
interface Box {
  readonly id: string;
  readonly title: string;
  readonly look: "idea" | "entry" | "quiet";
}

interface OriginProps {
  readonly origin: Family;
  /** Id of the idea whose page it is. */
  readonly here: string;
  readonly zone: string;
}

/** The family of an idea: a picture, and the same as a list. Nothing for an idea that stands alone. */
export function Origin(props: OriginProps) {
  if (props.origin.nodes.length === 0) return null;
  return (
    <Kept as="section" name="origin" of={props} className={css.section} id="origin">
      <Inside {...props} />
    </Kept>
  );
}

function Inside({ origin, here, zone }: OriginProps) {
  const t = useT();
  return (
    <>
      <h2>{t("graft.origin")}</h2>
      <Picture origin={origin} here={here} />
      <List origin={origin} zone={zone} />
    </>
  );
}

function Picture({ origin, here }: { origin: Family; here: string }) {
  const t = useT();
  const boxes: Box[] = [
    ...origin.nodes.map(({ id, title, status }): Box => ({ id, title, look: status === "active" ? "idea" : "quiet" })),
    ...origin.entries.map(({ id, name }): Box => ({ id, title: name, look: "entry" })),
  ];
  const edges = [
    ...origin.edges.map(({ from, to, kind, share, undoneAt }) => ({ from, to, kind, share, undone: undoneAt !== null })),
    ...origin.entries.map(({ id, ideaId }) => ({ from: ideaId, to: id, kind: "entry" as const, share: null, undone: false })),
  ];
  const drawn = layOut(boxes, edges);
  return (
    <div className={css.frame} tabIndex={0} role="group" aria-label={t("graft.origin")}>
      <svg
        className={css.picture}
        role="img"
        aria-label={t("graft.origin_picture")}
        width={drawn.width}
        height={drawn.height}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      >
        {drawn.lines.map(({ edge, path }) => (
          <path
            key={`${edge.from}-${edge.to}-${edge.kind}`}
            d={path}
            className={css.line}
            data-kind={edge.kind}
            data-undone={edge.undone}
          />
        ))}
        {drawn.boxes.map(({ node, x, y, lines }) => (
          <g key={node.id} className={css.box} data-look={node.look} data-here={node.id === here}>
            <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={14} />
            {lines.map((line, at) => (
              <text key={at} x={x + BOX.width / 2} y={y + BOX.height / 2 + 5 + (at - (lines.length - 1) / 2) * 20} textAnchor="middle">
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function List({ origin, zone }: { origin: Family; zone: string }) {
  const t = useT();
  const nodes = new Map(origin.nodes.map((node) => [node.id, node]));
  const link = (id: string) => (
    <Link to={`/ideas/${id}`} lang={nodes.get(id)?.lang}>
      {nodes.get(id)?.title ?? ""}
    </Link>
  );
  const dated = [
    ...origin.edges.map((edge) => ({ key: `${edge.from}-${edge.to}-${edge.kind}`, ...edge, path: null, name: "" })),
    ...origin.entries.map(({ id, ideaId, name, path, at }) => ({
      ...{ key: id, from: ideaId, to: id, kind: "entry" as const, share: null, at, undoneAt: null, path, name },
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
  return (
    <ol className={css.list}>
      {dated.map(({ key, from, to, kind, share, at, undoneAt, path, name }) => (
        <li key={key}>
          <Sentence
            text={t(`graft.edge.${kind}`, { from: "\u0001", to: "\u0002" })}
            parts={{ "\u0001": link(from), "\u0002": path === null ? link(to) : <Link to={path}>{name}</Link> }}
          />
          <span className={css.facts}>
            {share === null ? "" : ` · ${t("graft.edge.share", { share })}`} · <Time at={at} zone={zone} dateOnly />
            {undoneAt === null ? null : (
              <>
                {` · ${t("graft.edge.undone")} `}
                <Time at={undoneAt} zone={zone} dateOnly />
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** A sentence of the catalogue with links in the places of its marks. */
function Sentence({ text, parts }: { text: string; parts: Readonly<Record<string, JSX.Element>> }) {
  // eslint-disable-next-line no-control-regex -- the marks are control characters, so that no title can hold them
  const pieces = text.split(/([\u0001\u0002])/);
  return (
    <>
      {pieces.map((piece, at) => (
        <span key={at}>{parts[piece] ?? piece}</span>
      ))}
    </>
  );
}

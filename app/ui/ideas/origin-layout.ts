/** Size of a box and the space between boxes, in drawing units. */
export const BOX = { width: 176, height: 60, across: 64, down: 20, edge: 6 } as const;
/** Letters that fit on one line of a box. */
const LINE = 22;

interface Node {
  readonly id: string;
  readonly title: string;
}
interface Edge {
  readonly from: string;
  readonly to: string;
}
export interface Placed<N> {
  readonly node: N;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}
export interface Layout<N, E> {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed<N>[];
  readonly lines: readonly { readonly edge: E; readonly path: string }[];
}

/** Places a family of ideas: older ones left, what grew out of them right, each in its column. The same family gives the same picture. */
export function layOut<N extends Node, E extends Edge>(nodes: readonly N[], edges: readonly E[]): Layout<N, E> {
  const columns = columnsOf(nodes, edges);
  const rows = new Map<number, number>();
  const tallest = Math.max(
    1,
    ...[...new Set(columns.values())].map((column) => nodes.filter(({ id }) => columns.get(id) === column).length),
  );
  const height = tallest * (BOX.height + BOX.down) - BOX.down + 2 * BOX.edge;
  const boxes = nodes.map((node): Placed<N> => {
    const column = columns.get(node.id) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    const here = nodes.filter(({ id }) => columns.get(id) === column).length;
    const top = (height - (here * (BOX.height + BOX.down) - BOX.down)) / 2;
    return { node, x: BOX.edge + column * (BOX.width + BOX.across), y: top + row * (BOX.height + BOX.down), lines: linesOf(node.title) };
  });
  const at = new Map(boxes.map((box) => [box.node.id, box]));
  const most = Math.max(0, ...columns.values());
  return {
    width: (most + 1) * (BOX.width + BOX.across) - BOX.across + 2 * BOX.edge,
    height,
    boxes,
    lines: edges.flatMap((edge) => {
      const from = at.get(edge.from);
      const to = at.get(edge.to);
      return from && to ? [{ edge, path: curve(from, to) }] : [];
    }),
  };
}

/** The column of each node: one right of its rightmost parent. Stops after as many rounds as there are nodes, should there be a ring. */
function columnsOf(nodes: readonly Node[], edges: readonly Edge[]): Map<string, number> {
  const columns = new Map(nodes.map(({ id }) => [id, 0]));
  for (let round = 0; round < nodes.length; round += 1) {
    for (const { from, to } of edges) {
      const least = (columns.get(from) ?? 0) + 1;
      if ((columns.get(to) ?? 0) < least && least < nodes.length) columns.set(to, least);
    }
  }
  return columns;
}

function curve(from: Placed<unknown>, to: Placed<unknown>): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const half = (x2 - x1) / 2;
  return `M${x1} ${y1} C${x1 + half} ${y1} ${x2 - half} ${y2} ${x2} ${y2}`;
}

/** A title on two lines at most; what does not fit ends in an ellipsis. */
function linesOf(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line));
  if (lines.length > 2 && shown[1] !== undefined) shown[1] = `${shown[1].slice(0, LINE - 1).replace(/…$/, "")}…`;
  return shown;
}

/** Colours of a plant by day, for pictures that stand on their own: Plant.module.css says the same for pages. */
const GREENS = [
  ["#2f8f5b", "#22744a", "#1f6b43"],
  ["#3a8f7b", "#2b7464", "#256656"],
  ["#6f9f40", "#578430", "#4a7229"],
  ["#949c3a", "#79802b", "#666c22"],
  ["#4a8f9c", "#377682", "#2d6470"],
  ["#3f9a4e", "#2f7e3e", "#286b35"],
  ["#7d9f78", "#64875f", "#517350"],
] as const;

const FIXED: Readonly<Record<string, string>> = {
  pu: fill("#c9503a"),
  pg: fill("#dc9a2c"),
  py: fill("#f0bd4a"),
  pe: fill("#6b3b20"),
  pi: fill("#4a2714"),
  pf: fill("#cf3f34"),
  po: fill("#5a4334"),
  pp: fill("#cb8a63"),
  pm: fill("#b8704b"),
  pq: fill("#ecd2b4"),
  pv: 'fill="#602c10" fill-opacity="0.16"',
  pr: stroke("#d9b878", 2.6),
  pn: stroke("#c4a068", 3.4),
  ph: `${stroke("#fff", 2.4)} stroke-opacity="0.6"`,
};

function fill(colour: string): string {
  return `fill="${colour}"`;
}

function stroke(colour: string, width: number): string {
  return `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"`;
}

/** The paint of each class of a drawing, as SVG attributes; `hue` and `graftHue` as the drawing says. */
export function paintsOf(hue: number, graftHue: number): Readonly<Record<string, string>> {
  const [a, b, s] = GREENS[hue] ?? GREENS[0];
  const [c, d, t] = GREENS[graftHue] ?? GREENS[0];
  return { ...FIXED, pa: fill(a), pb: fill(b), ps: fill(s), pc: fill(c), pd: fill(d), pt: fill(t), pk: stroke(s, 2.2), pw: "" };
}

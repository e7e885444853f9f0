import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pictureTag, pngOf } from "~/infra/picture";
import { paintsOf } from "~/ui/plant/colours";
import { HUES } from "~/ui/plant/draw";
import { PLANT_STAGES } from "~/ui/plant/spec";
import { standalonePlant } from "~/ui/plant/standalone";
import { pictureAnswer, shareSvg } from "~/web/share-picture";
import { wrapped } from "~/web/wrapped";

const spec = { seed: "een", stage: "harvest", versions: 4, comments: 4, openNeeds: 2, stems: 2, flower: true, fruit: true } as const;
const picture = { above: "T2-campus", title: "Winnaars 2025", below: ["Een", "Twee"], plants: [spec] };

test("a plant on its own has the colours of the plant on a page", () => {
  const css = readFileSync("app/ui/plant/Plant.module.css", "utf8");
  for (let hue = 0; hue < HUES; hue += 1) {
    const rule = (name: string): string => new RegExp(`\\.plant:global\\(\\.${name}${hue}\\) \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
    const paints = paintsOf(hue, hue);
    const colour = (name: string): string => /#\w{6}/.exec(paints[name] ?? "")?.[0] ?? "none";
    expect(rule("h")).toContain(`--a: ${colour("pa")};`);
    expect(rule("h")).toContain(`--b: ${colour("pb")};`);
    expect(rule("h")).toContain(`--s: ${colour("ps")};`);
    expect(rule("g")).toContain(`--c: ${colour("pc")};`);
    expect(rule("g")).toContain(`--t: ${colour("pt")};`);
  }
  const day = css.slice(0, css.indexOf("}"));
  for (const name of ["pu", "pg", "py", "pe", "pi", "pf", "po", "pp", "pm", "pq", "pr", "pn"]) {
    expect(day).toContain(/#\w{6}/.exec(paintsOf(0, 0)[name] ?? "")?.[0] ?? "nothing");
  }
});

test("every class of every plant has a paint", () => {
  for (const stage of PLANT_STAGES)
    for (const seed of ["a", "b", "c"]) expect(standalonePlant({ ...spec, seed, stage })).not.toContain("class=");
});

test("texts wrap within their width, long words are cut, and what does not fit ends in an ellipsis", () => {
  const at = { width: 700, size: 60, most: 3 };
  expect(wrapped("Kort", at)).toEqual(["Kort"]);
  expect(wrapped("", at)).toEqual([]);
  const lines = wrapped("Een heel lange titel die zeker niet op een enkele regel past en dus breekt ".repeat(4), at);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)?.endsWith("…")).toBe(true);
  const word = wrapped("Donaudampfschiffahrtsgesellschaftskapitaensmuetze".repeat(3), at);
  expect(word).toHaveLength(3);
  for (const line of [...lines, ...word]) expect(line.length).toBeLessThan(36);
});

test("what people typed is never markup, and nothing XML cannot hold gets in", async () => {
  const nasty = `</text><script>x</script> & "aha" ' \u0000\u001b\uD800 \uFFFF <image href="file:///etc/passwd"/>`;
  const svg = shareSvg({ ...picture, title: nasty, above: nasty, below: [nasty] });
  expect(svg).not.toMatch(/<script|<image|\uFFFF/);
  for (const letter of ["\u0000", "\u001b"]) expect(svg).not.toContain(letter);
  expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
  const png = await pngOf(svg);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
});

test("a picture is 1200 by 630, drawn once, and not sent again to who has it", async () => {
  const svg = shareSvg(picture);
  expect(shareSvg(picture)).toBe(svg);
  const [one, two] = await Promise.all([pngOf(svg), pngOf(svg)]);
  expect(one).toBe(two);
  expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([1200, 630]);
  const first = await pictureAnswer(new Request("https://b.test/x.png"), picture);
  expect(first.status).toBe(200);
  expect(first.headers.get("ETag")).toBe(`"${pictureTag(svg)}"`);
  const again = await pictureAnswer(new Request("https://b.test/x.png", { headers: { "If-None-Match": `"${pictureTag(svg)}"` } }), picture);
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

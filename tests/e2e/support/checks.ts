import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Waits until nothing on the page moves towards another colour or place; endless swaying does not count. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== "running" || one.effect?.getComputedTiming().iterations === Infinity),
  );
}

/** Waits until React has taken the page over, so that a key pressed from now on does what it will do. */
export async function hydrated(page: Page): Promise<void> {
  await expect(page.locator("footer").getByRole("group").locator("[aria-pressed=true]")).toHaveCount(1);
}

/** Nothing sticks out sideways at this width (WCAG 1.4.10: 320 px, which is 400 % zoom of 1280). */
export async function expectReflow(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const wide = await page.evaluate((most) => {
    if (document.documentElement.scrollWidth <= most) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > most + 1)
      .map((element) => `${element.tagName}.${element.className.toString()}`)
      .slice(0, 5);
  }, width);
  expect.soft(wide, `too wide at ${width} px: ${page.url()}`).toEqual([]);
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${page.url()}`).toBeLessThanOrEqual(width);
  if (before) await page.setViewportSize(before);
}

/**
 * Every control is 24 by 24 px or more, or lies so far from others that circles of 24 px do not meet (WCAG 2.5.8); links
 * inside a sentence are let be.
 */
export async function expectTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const inSentence = (element: Element): boolean =>
      element.tagName === "A" &&
      [...(element.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && /\w/.test(node.textContent ?? ""));
    const targets = [...document.querySelectorAll("a[href], button, select, textarea, summary, input:not([type=hidden])")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".sr-only, [href='#main']"))
      .map((one) => ({
        one,
        box: (one.matches("[type=radio], [type=checkbox]") ? (one.closest("label") ?? one) : one).getBoundingClientRect(),
      }));
    const isSmall = ({ box }: (typeof targets)[number]): boolean => box.width < 24 || box.height < 24;
    const near = (a: DOMRect, b: DOMRect, reach: number): boolean => {
      const [x, y] = [a.x + a.width / 2, a.y + a.height / 2];
      return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < reach;
    };
    const centre = ({ x, y, width, height }: DOMRect): DOMRect => new DOMRect(x + width / 2, y + height / 2, 0, 0);
    const crowded = (target: (typeof targets)[number]): boolean =>
      targets.some(
        (other) =>
          other !== target &&
          !other.one.contains(target.one) &&
          (near(target.box, other.box, 12) || (isSmall(other) && near(target.box, centre(other.box), 24))),
      );
    return targets
      .filter((target) => isSmall(target) && !inSentence(target.one) && crowded(target))
      .map(
        ({ one, box }) =>
          `${one.tagName} "${(one.textContent || one.id).trim().slice(0, 40)}" ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  });
  expect.soft(small, `small targets on ${page.url()}`).toEqual([]);
}

export interface Focused {
  /** What a reader would call it. */
  readonly name: string;
  /** Some of it is in the window and not under a bar. */
  readonly seen: boolean;
  /** It is drawn differently from when it has no focus. */
  readonly marked: boolean;
}

/** Presses Tab and tells what has the focus now; null when the focus left the page. */
export async function tab(page: Page): Promise<Focused | null> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const reach = element.matches("[type=radio], [type=checkbox]") ? (element.closest("label") ?? element) : element;
    const { left, top, width, height } = reach.getBoundingClientRect();
    const at = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [left + width * x, top + height * y] as const));
    const hit = (x: number, y: number): boolean => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (reach.contains(there) || there.contains(reach));
    };
    const bar = (x: number, y: number): boolean =>
      Boolean(document.elementFromPoint(x, y)?.closest("header, nav") && !reach.closest("header, nav"));
    // A card draws the focus of its link around itself.
    const looks = [getComputedStyle(element), getComputedStyle(reach), getComputedStyle(element, "::after")];
    const outlined = looks.some((style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2);
    const own = element.matches("a, button, summary") ? element.textContent : element.getAttribute("name");
    const name = (element.getAttribute("aria-label") ?? own ?? "").trim() || element.tagName;
    return { name: name.replace(/\s+/g, " "), seen: at.some(([x, y]) => hit(x, y) && !bar(x, y)), marked: outlined };
  });
}

/** Walks the whole page by Tab: everything focused is seen and marked. Returns the names in order. */
export async function walkByTab(page: Page, most = 90): Promise<string[]> {
  await hydrated(page);
  const names: string[] = [];
  const lost: string[] = [];
  for (let step = 0; step < most; step += 1) {
    const focused = await tab(page);
    if (focused === null) break;
    names.push(focused.name);
    if (!focused.seen) lost.push(`hidden: ${focused.name}`);
    if (!focused.marked) lost.push(`not marked: ${focused.name}`);
  }
  expect.soft(lost, `focus on ${page.url()}`).toEqual([]);
  return names;
}

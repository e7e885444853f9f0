import { median } from "./load.mjs";

const RUNS = 5;
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Lighthouse's mobile figures of a page: median of five runs. Scores 0 to 100, CLS as it is. */
export async function lighthouseFigures(url, say) {
  const { default: lighthouse } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const runs = [];
  for (let i = 1; i <= RUNS; i += 1) {
    const chrome = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: FLAGS, ignoreDefaultFlags: false });
    try {
      const result = await lighthouse(url, { port: chrome.port, onlyCategories: ["performance", "accessibility", "best-practices"] });
      const { categories, audits } = result.lhr;
      runs.push({
        performance: categories.performance.score * 100,
        accessibility: categories.accessibility.score * 100,
        "best-practices": categories["best-practices"].score * 100,
        cls: audits["cumulative-layout-shift"].numericValue,
      });
    } finally {
      chrome.kill();
    }
    say(`lighthouse ${i} of ${RUNS}`);
  }
  const goals = { performance: 95, accessibility: 100, "best-practices": 100, cls: 0.05 };
  return Object.entries(goals).map(([name, goal]) => {
    const value = median(runs.map((run) => run[name]));
    return { name: `lighthouse.${name}`, value, unit: name === "cls" ? "" : "of 100", baseline: goal, ratio: value / goal };
  });
}

import { demoMeans } from "~/infra/demo-means";
import { seededIdsAt } from "~/infra/ids";
import { openStorage } from "~/infra/open-storage";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { progress } from "./io";
import { envOf, withStore } from "./place";
import { badInput } from "./refusal";

const IDEAS_MAX = 1_000_000;

/** `broeikas seed demo [--ideas N] [--seed TEXT]`. */
export const seedDemoCommand: Command = {
  usage: {
    command: "seed demo",
    summary: "puts the demo campus into an empty database",
    options: {
      ideas: { type: "string", value: "N", help: "made-up ideas to add to the hand-written ones", default: "0" },
      seed: { type: "string", value: "TEXT", help: "the same seed makes up the same ideas", default: "1" },
    },
  },
  async run(argv, io) {
    const args = readArgs(seedDemoCommand.usage, argv);
    const count = args.count("ideas") ?? 0;
    if (count > IDEAS_MAX) throw badInput(`ideas: at most ${IDEAS_MAX}`);
    const seed = args.required("seed");
    const { seedDemo } = await import("#db/seed/demo-campus");
    const { growDemo } = await import("#db/seed/grow-demo");
    const now = new Date();
    const files = await openStorage(envOf(io));
    const summary = await withStore(io, async (store) => {
      const onStep = (name: string): void => io.stderr(`${name}\n`);
      const made = await seedDemo({ ...demoMeans(), store, files, now, onStep });
      if (count === 0) return made;
      const line = progress(io, "made-up ideas", count);
      const grown = await growDemo({ store, now, newIdAt: seededIdsAt(`grow:${seed}`), seed, count, onProgress: (n) => line.at(n) });
      line.done(count);
      return { ...made, people: made.people + grown.people, ideas: made.ideas + grown.ideas };
    });
    io.stdout(`${JSON.stringify(summary)}\n`);
    return 0;
  },
};

import type { JudgeRound } from "~/domain/awards/result/kept-verdict";
import { keepVerdict, keptVerdict } from "~/domain/awards/result/kept-verdict";
import type { Asked } from "~/domain/awards/result/round-input";
import type { RoundVerdict } from "~/domain/awards/verdict-of";
import { judgeRound } from "~/domain/awards/verdict-of";
import { judgeInThread } from "~/infra/optimum";
import type { WebCtx } from "./ctx";

/** Up to so many sheets judging takes less time than beginning a thread. */
const FEW = 120;
/** How long a page waits before it says that the result is being computed, in milliseconds. */
const PATIENCE = 1_500;
/** So many verdicts stay in memory. */
const REMEMBERED = 8;

const remembered = new Map<string, RoundVerdict>();
const underWay = new Map<string, Promise<RoundVerdict>>();

function remember(digest: string, verdict: RoundVerdict): RoundVerdict {
  remembered.delete(digest);
  remembered.set(digest, verdict);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return verdict;
}

/**
 * Finds verdicts for a request: in memory or in the database when they were made of exactly these sheets, else by a thread, which is
 * begun once however many ask. With `wait` it waits to the end, else it answers null after a while.
 */
export function verdicts(ctx: WebCtx, { wait }: { readonly wait: boolean }): JudgeRound {
  return async (asked) => {
    const known = remembered.get(asked.digest);
    if (known) return remember(asked.digest, known);
    if (asked.input.versions.reduce((sum, { sheets }) => sum + sheets.length, 0) <= FEW) {
      return remember(asked.digest, judgeRound(asked.input));
    }
    const kept = await keptVerdict(ctx.store.db, asked);
    if (kept) return remember(asked.digest, kept);
    const coming = computed(ctx, asked);
    return wait ? coming : within(PATIENCE, coming);
  };
}

function computed(ctx: WebCtx, asked: Asked): Promise<RoundVerdict> {
  const begun = underWay.get(asked.digest);
  if (begun) return begun;
  const coming = judgeInThread(asked.input)
    .then(async (verdict) => {
      remember(asked.digest, verdict);
      await keepVerdict(ctx, asked, verdict);
      return verdict;
    })
    .finally(() => underWay.delete(asked.digest));
  underWay.set(asked.digest, coming);
  // Whoever waits hears of it; a page that did not wait asks again, and then hears of it.
  coming.catch((thrown: unknown) => ctx.web.log.error({ err: thrown }, "a verdict could not be computed"));
  return coming;
}

async function within<T>(most: number, coming: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => (timer = setTimeout(() => done(null), most)));
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

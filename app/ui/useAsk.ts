import { useCallback, useRef, useState } from "react";

/**
 * Asks an address that answers in JSON while somebody types: one question at a time, and the last one always gets its answer.
 * Not by a fetcher: a form that is sent, or a draft that is saved, would cut the answer off and ask again. A question that gets no
 * answer leaves the last one standing.
 */
export function useAsk<T>(path: string) {
  const [data, setData] = useState<T>();
  const wanted = useRef("");
  const asked = useRef("");
  const busy = useRef(false);
  const ask = useCallback(
    async (query: string): Promise<void> => {
      wanted.current = query;
      if (busy.current) return;
      busy.current = true;
      while (wanted.current !== asked.current && navigator.onLine) {
        asked.current = wanted.current;
        const answer = await answerOf<T>(`${path}?${asked.current}`);
        if (answer !== null) setData(answer);
      }
      busy.current = false;
    },
    [path],
  );
  return { data, ask };
}

async function answerOf<T>(address: string): Promise<T | null> {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    // The connection is lost: it costs the writer this answer, not their page.
    return null;
  }
}

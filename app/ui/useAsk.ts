import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { whenDiscovered } from "./discover";

/** A resource route: its id, and the address it answers at. */
export interface Asked {
  readonly routeId: string;
  readonly path: string;
}

/**
 * Asks a resource route while somebody types: one question at a time, so that no answer under way is cut off, and the last one
 * always gets its answer. The page holds a `Discover` with the same address.
 */
export function useAsk<T>({ routeId, path }: Asked) {
  const { load, state, data } = useFetcher<T>();
  const wanted = useRef("");
  const asked = useRef("");
  const busy = useRef(false);
  const next = useCallback((): void => {
    if (busy.current || wanted.current === asked.current || !navigator.onLine) return;
    busy.current = true;
    whenDiscovered(routeId, () => {
      asked.current = wanted.current;
      load(`${path}?${wanted.current}`);
    });
  }, [load, path, routeId]);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (state === "idle" && wasBusy.current) {
      busy.current = false;
      next();
    }
    wasBusy.current = state !== "idle";
  }, [state, next]);
  const ask = useCallback(
    (query: string): void => {
      wanted.current = query;
      next();
    },
    [next],
  );
  return { data, ask };
}

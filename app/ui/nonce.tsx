import type { ReactNode } from "react";
import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** Hands the nonce of this answer's content security policy to inline scripts and styles. Empty in the browser, which hides nonces. */
export function NonceProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return <NonceContext.Provider value={nonce}>{children}</NonceContext.Provider>;
}

/** The nonce of this answer, on the server only. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}

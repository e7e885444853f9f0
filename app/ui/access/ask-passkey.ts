/** What came of asking the browser for a passkey: its answer as JSON, or why there is none. */
export type Asked = { readonly answer: string } | { readonly none: "cancelled" | "known" | "failed" | "refused" };

type Options = Record<string, unknown>;

async function optionsFor(intent: "add" | "sign_in", proof: Readonly<Record<string, string>> = {}): Promise<Options | null> {
  const answer = await fetch("/sign-in/passkey", { method: "POST", body: new URLSearchParams({ intent, ...proof }) });
  return answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("application/json") ? ((await answer.json()) as Options) : null;
}

function whyNot(thrown: unknown): "cancelled" | "known" | "failed" {
  const name = thrown instanceof Error ? thrown.name : "";
  if (name === "InvalidStateError") return "known";
  return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "failed";
}

/** Tells whether this browser has passkeys at all. */
export function hasPasskeys(): boolean {
  return typeof window !== "undefined" && typeof window.PublicKeyCredential === "function";
}

/** Fetches the script beforehand: some browsers show their window only right after a press. */
export function getReady(): void {
  if (hasPasskeys()) void import("@simplewebauthn/browser").catch(() => undefined);
}

/** Asks a device for a new passkey; it shows its own window. `proof`: what somebody typed to show that it is still they. */
export async function makePasskey(proof: Readonly<Record<string, string>>): Promise<Asked> {
  try {
    const { startRegistration } = await import("@simplewebauthn/browser");
    const optionsJSON = await optionsFor("add", proof);
    if (!optionsJSON) return { none: "refused" };
    return { answer: JSON.stringify(await startRegistration({ optionsJSON: optionsJSON as never })) };
  } catch (thrown) {
    return { none: whyNot(thrown) };
  }
}

/** Asks for a passkey to sign in by: in a window of the device, or (`quietly`) among what it offers to fill in, where it can. */
export async function offerPasskey(quietly: boolean): Promise<Asked> {
  try {
    const { browserSupportsWebAuthnAutofill, startAuthentication } = await import("@simplewebauthn/browser");
    if (quietly && !(await browserSupportsWebAuthnAutofill())) return { none: "cancelled" };
    const optionsJSON = await optionsFor("sign_in");
    if (!optionsJSON) return { none: "failed" };
    return { answer: JSON.stringify(await startAuthentication({ optionsJSON: optionsJSON as never, useBrowserAutofill: quietly })) };
  } catch (thrown) {
    return { none: whyNot(thrown) };
  }
}

/** Ends a question that still waits, when its page goes. */
export async function stopAsking(): Promise<void> {
  try {
    const { WebAuthnAbortService } = await import("@simplewebauthn/browser");
    WebAuthnAbortService.cancelCeremony();
  } catch {
    // Without the script nothing was asked.
  }
}

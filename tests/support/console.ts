import { format } from "node:util";

let seen: string[] = [];
let allowed: RegExp[] = [];

/** From here on every console.error is kept, and fails the test that does not allow it. */
export function watchConsole(): void {
  console.error = (...args: unknown[]) => {
    seen.push(format(...args));
  };
}

/** Lets this test write lines like `pattern` with console.error. Say in the test why they are expected. */
export function allowConsoleError(pattern: RegExp): void {
  allowed.push(pattern);
}

/** Lines written with console.error since the test began. */
export function consoleErrors(): readonly string[] {
  return seen;
}

/** Lines that the test did not allow. */
export function unexpectedConsole(): string[] {
  return seen.filter((line) => !allowed.some((pattern) => pattern.test(line)));
}

/** Begins anew: for the next test. */
export function forgetConsole(): void {
  seen = [];
  allowed = [];
}

/** What something makes, and how many milliseconds of the processor that took: other work on the machine does not add to them. */
export function measured<T>(act: () => T): { readonly made: T; readonly ms: number } {
  const since = process.cpuUsage();
  const made = act();
  const { user, system } = process.cpuUsage(since);
  return { made, ms: (user + system) / 1_000 };
}

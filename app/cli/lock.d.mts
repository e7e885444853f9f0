/** Runs `work` while holding the lock, a folder at the path given; waits for other processes and takes over from dead ones. */
export function withLock<T>(lock: string, say: (text: string) => void, work: () => Promise<T>): Promise<T>;

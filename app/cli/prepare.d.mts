/** The root of the project, ending in a slash. */
export const PROJECT: string;
/** Tells whether this Node can run Broeikas. */
export function nodeIsNewEnough(version?: string): boolean;
/** Tells whether node_modules fits package-lock.json and this Node. */
export function installIsFresh(root?: string): boolean;
/** Tells whether build/ was made after the last change of a source or of the configuration. */
export function buildIsFresh(root?: string): boolean;
/** Makes sure of the packages, or of the packages and the build. Rejects when npm fails. */
export function prepare(wanted: "install" | "build", root?: string): Promise<void>;

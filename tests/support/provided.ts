/** What the global setups hand to the tests. */
declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of this run, for template databases and the like; removed at the end. */
    runDir: string;
    /** A server where databases may be made, or "" when there is none on this machine. */
    postgresUrl: string;
    /** Why there is no PostgreSQL. */
    postgresMissing: string;
  }
}

export type Provide = <K extends "runDir" | "postgresUrl" | "postgresMissing">(key: K, value: string) => void;

import { createVault } from "~/infra/vault";

/** A vault with a key of the tests. */
export const testVault = createVault({ SECRET_KEY: "a key of the tests, and of nothing else", DATABASE_URL: undefined, DATA_DIR: "" });

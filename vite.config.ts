import { vitePlugin as remix } from "@remix-run/dev";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const native = ["better-sqlite3", "@node-rs/argon2", "highs", "pg"];
const folder = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

/**
 * Styles of the shell and the shared parts come in one file: a page then waits for two of them (this one and its own), not for eight.
 * Scripts go where they are needed, as ever.
 */
const stylesTogether = (id: string): string | undefined => (/\.css$/.test(id) && !id.includes("/app/routes/") ? "styles" : undefined);

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~": folder("app"), "#db": folder("db") } },
  optimizeDeps: { exclude: native },
  ssr: { external: [...native, "snowball-stemmers"] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    cssMinify: true,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: stylesTogether } },
  },
  server: { host: "127.0.0.1", watch: { ignored: ["**/data/**", "**/build/**"] } },
}));

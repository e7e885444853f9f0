import { definePersonLoader } from "~/web/route";
import { exportMyData } from "./export.server";

/** Everything Broeikas keeps of the person who asks, as one JSON file. */
export const loader = definePersonLoader(async ({ ctx }) => {
  const body = JSON.stringify(await exportMyData(ctx), null, 2);
  const day = ctx.now.toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="broeikas-${day}.json"`,
      "Cache-Control": "no-store",
      Vary: "Cookie",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

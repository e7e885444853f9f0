import { receiptFor } from "~/domain/ideas/queries-history";
import { RECEIPT_LINE } from "~/domain/ideas/queries-receipts";
import { fileAnswer } from "~/web/download";
import { definePersonLoader } from "~/web/route";

/** The receipt of a version as a text file: what was hashed, with its salt, and how to check it. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const no = /^\d{1,9}$/.test(params.no ?? "") ? Number(params.no) : 0;
  const receipt = await receiptFor(ctx, params.ideaId ?? "", no);
  const lines = [
    "Broeikas",
    `idea: ${receipt.ideaId}`,
    `version: ${receipt.no}`,
    `saved: ${receipt.at.toISOString()}`,
    `by: ${receipt.authorName}`,
    `sha256: ${receipt.sha256}`,
    `salt: ${receipt.salt}`,
    "check: sha256 of the salt, a line feed, and everything below the line of dashes",
    `verify: ${ctx.web.env.PUBLIC_ORIGIN}/verify`,
    RECEIPT_LINE,
    receipt.canonical,
  ];
  return fileAnswer(lines.join("\n"), { name: `broeikas-${receipt.ideaId}-${receipt.no}.txt`, type: "text/plain; charset=utf-8" });
});

import sharp from "sharp";
import { giveConsent } from "~/domain/identity/give-consent";
import { setPhoto } from "~/domain/identity/photo/set-photo";
import { consentText } from "~/domain/identity/privacy/consents";
import type { Person } from "~/domain/kernel/actor";
import type { App } from "./app";
import { newIdFor, testCtx } from "./ctx";

/** Gives somebody a photo that people near them may see; the id of the photo. */
export async function buildPhoto({ store, files }: Pick<App, "store" | "files">, person: Person): Promise<string> {
  const ctx = { ...testCtx(store, person), newId: newIdFor(store) };
  const put = async (side: number) => {
    const green = { width: side, height: side, channels: 3, background: "#1f6b43" } as const;
    const bytes = await sharp({ create: green }).webp().toBuffer();
    return { storageKey: await files.put(bytes), size: bytes.length };
  };
  const { photoId } = await setPhoto(ctx, { small: await put(96), large: await put(384) });
  await giveConsent(ctx, { purpose: "photo", textVersion: consentText("photo").version, given: true });
  return photoId;
}

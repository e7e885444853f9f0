import type { MetaDescriptor } from "@remix-run/node";

/** What other sites show of a public page. */
export interface Share {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly lang: string;
  /** Address of its picture, 1200 by 630. */
  readonly picture?: string;
}

/** What other sites show of a public idea, by the address of its page. */
export function ideaShare(idea: { readonly title: string; readonly pitch: string; readonly lang: string }, url: string): Share {
  return { title: idea.title, description: idea.pitch, url, lang: idea.lang, picture: `${url}/picture.png` };
}

/** OpenGraph facts of pages that are public; nothing at all for the others, and they ask not to be indexed. */
export function shareMeta({ data }: { data: unknown }): MetaDescriptor[] {
  const share = (data as { share?: Share | null } | undefined)?.share;
  if (!share) return [{ name: "robots", content: "noindex" }];
  return [
    { name: "description", content: share.description },
    { property: "og:type", content: "article" },
    { property: "og:title", content: share.title },
    { property: "og:description", content: share.description },
    { property: "og:url", content: share.url },
    { property: "og:locale", content: share.lang },
    { tagName: "link", rel: "canonical", href: share.url },
    ...pictureMeta(share),
  ];
}

function pictureMeta({ title, picture }: Share): MetaDescriptor[] {
  if (picture === undefined) return [{ name: "twitter:card", content: "summary" }];
  return [
    { property: "og:image", content: picture },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: title },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

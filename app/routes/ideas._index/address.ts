/** The filters of the list as they stand in its address. */
export type Chosen = Readonly<Record<"q" | "stage" | "domain" | "lang" | "campus" | "kind", string>>;
/** The address of this list with these filters. */
export function address(chosen: Chosen, greenhouse: boolean, page?: string): string {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ""));
  if (greenhouse) query.set("view", "greenhouse");
  if (page) query.set("page", page);
  const text = query.toString();
  return text ? `/ideas?${text}` : "/ideas";
}

import { useT } from "../i18n";

/** One side of a room, as far as the reader may know it. */
export interface SideView {
  readonly kind: "idea" | "person" | "organisation" | "session";
  readonly title: string | null;
  readonly mine: boolean;
}

/** What a room is called: the sides by title or name, the reader's own first. */
export function useRoomName(): (sides: readonly SideView[]) => string {
  const t = useT();
  return (sides) => {
    const name = (side: SideView): string => side.title ?? t(`rooms.side.${side.kind}`);
    const [first, ...rest] = [...sides].sort((a, b) => Number(b.mine) - Number(a.mine));
    if (!first) return t("rooms.room");
    return rest.length === 0 ? name(first) : t("rooms.with", { ours: name(first), theirs: rest.map(name).join(", ") });
  };
}

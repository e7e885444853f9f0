import { instant, int, table, text, uniqueIndex } from "../dialect";
import { people } from "./identity";

/** The photo of a person, made anew in two sizes; their bytes lie in the storage. Another photo comes in the place of the row, under another id. */
export const photos = table(
  "photos",
  {
    /** Stands in the address of the photo, so that another photo has another address. */
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    smallKey: text("small_key").notNull(),
    /** Bytes of the small one. */
    smallSize: int("small_size").notNull(),
    largeKey: text("large_key").notNull(),
    largeSize: int("large_size").notNull(),
    at: instant("at").notNull(),
    /** Hidden by an organiser, who told the person why. */
    hiddenAt: instant("hidden_at"),
    hiddenReason: text("hidden_reason"),
  },
  (t) => [
    uniqueIndex("photos_person").on(t.personId),
    uniqueIndex("photos_small_key").on(t.smallKey),
    uniqueIndex("photos_large_key").on(t.largeKey),
  ],
);

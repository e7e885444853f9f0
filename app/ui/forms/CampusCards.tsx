import { RadioCards } from "./fields";

export interface CampusChoice {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

/** On which campus, the first when nothing was chosen; not asked where there is only one. */
export function CampusCards({ legend, campuses, initial }: { legend: string; campuses: readonly CampusChoice[]; initial?: string | null }) {
  const [first] = campuses;
  if (campuses.length === 1 && first) return <input type="hidden" name="campusId" value={first.id} />;
  return (
    <RadioCards
      name="campusId"
      legend={legend}
      initial={initial ?? first?.id}
      options={campuses.map(({ id, name, place }) => ({ value: id, label: name, hint: place }))}
    />
  );
}

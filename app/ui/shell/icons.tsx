const paths = {
  ideas: "M12 21v-9M12 12c0-4-3-6-7-6 0 4 3 6 7 6Zm0 3c0-4 3-7 7-7 0 4-3 7-7 7Z",
  plant: "M12 5v14M5 12h14",
  coaching: "M4 5h11v8H9l-3 3v-3H4ZM15 9h5v8h-2v3l-3-3h-4v-2",
  lab: "M9 4h6M10 4v6l-5 8a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-8V4M7.500 15h9",
  awards: "M8 4h8v5a4 4 0 0 1-8 0ZM8 5H4c0 4 2 5 4 5M16 5h4c0 4-2 5-4 5M12 13v4M8 20h8",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15ZM10 20.500a2 2 0 0 0 4 0",
} as const;
export type IconName = keyof typeof paths;

/** A small line drawing beside a word. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

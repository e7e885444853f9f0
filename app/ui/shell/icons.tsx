const paths = {
  ideas: "M12 21v-9M12 12c0-4-3-6-7-6 0 4 3 6 7 6Zm0 3c0-4 3-7 7-7 0 4-3 7-7 7Z",
  plant: "M12 5v14M5 12h14",
  greenhouse: "M4 20V11a8 8 0 0 1 16 0v9ZM12 3v17M4 12h16",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20a7.500 7.500 0 0 1 15 0",
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

interface LogoProps {
  /** Height and width in CSS pixels. */
  size?: number;
  /** Text alternative, when no word stands beside the mark. */
  label?: string;
  className?: string;
}

/** The mark of Broeikas: an arched house with a sprout, in the colour of the text around it. */
export function Logo({ size = 28, label, className }: LogoProps) {
  const says = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg {...says} className={className} width={size} height={size} viewBox="0 0 28 28" fill="none" focusable="false">
      <path d="M4.2 25.2V13a9.8 9.8 0 0 1 19.6 0v12.2" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round" />
      <path d="M2.6 25.2h22.8" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <path
        d="M12.8 25c-.1-2.8.3-5.1 1.1-7.6l.6.1c-.2 2.7-.1 5.1.5 7.5zM14.2 17.6C14 12.9 16.8 10.2 21 10c.3 4.6-2.4 7.5-6.8 7.6zM13.6 20.2c-3.6.2-5.9-2-6.2-5.6 3.7-.1 6 2 6.2 5.6z"
        fill="currentColor"
      />
    </svg>
  );
}

import { createTheme } from "@mantine/core";

/** Mantine's side of the look; colours come from the variables in theme.css. */
export const theme = createTheme({
  fontFamily: "var(--text)",
  headings: { fontFamily: "var(--display)" },
  defaultRadius: "md",
  respectReducedMotion: true,
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "description", "error", "input"] } },
  },
});

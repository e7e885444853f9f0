import fc from "fast-check";

/** What is drawn is the same on every run, unless the test says otherwise; FUZZ_SEED looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_121) });

export default fc;

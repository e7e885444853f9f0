import { systemClock } from "~/infra/clock";
import { PASSWORD_RATE } from "~/web/sign-in";

/** Guesses the password of an address within one window of the limit: when a new quarter of an hour began meanwhile, that of another address. */
export async function inOneWindow<T>(guess: (email: string) => Promise<T>): Promise<T> {
  const window = (): number => Math.floor(systemClock.now().getTime() / PASSWORD_RATE.windowMs);
  const begun = window();
  const seen = await guess("wie@broeikas.test");
  return window() === begun ? seen : guess("nog@broeikas.test");
}

import { demoEmail } from "./demo";
import type { PersonSlug } from "./demo/types";

/** The password of every demo person: a sentence that the product's own rule accepts. It opens nothing but a demo. */
export const DEMO_PASSWORD = "eerst-zaaien-dan-oogsten";

export type DemoRole = "learner" | "second learner" | "coach" | "expert" | "juror" | "company member" | "organiser" | "admin";

export interface DemoLogin {
  readonly name: string;
  readonly email: string;
  readonly role: DemoRole;
  readonly password: string;
}

const login = (role: DemoRole, name: string, slug: PersonSlug): DemoLogin => ({
  role,
  name,
  email: demoEmail(slug),
  password: DEMO_PASSWORD,
});

/** One demo person for each role. The second learner's idea completes that of the first. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  login("learner", "Emre Yıldız", "emre"),
  login("second learner", "Adil Benkirane", "adil"),
  login("coach", "Nele Vrancken", "nele"),
  login("expert", "Ilse Nijs", "ilse"),
  login("juror", "Rik Stevens", "rik"),
  login("company member", "Rosanne Wouters", "rosanne"),
  login("organiser", "Els Cuypers", "els"),
  login("admin", "Tine Raets", "tine"),
];

/** The demo log-ins as lines of text, for a terminal. */
export function demoLoginLines(): string[] {
  const width = (of: (one: DemoLogin) => string): number => Math.max(...DEMO_LOGINS.map((one) => of(one).length));
  const [roles, emails] = [width((one) => one.role), width((one) => one.email)];
  return DEMO_LOGINS.map(({ role, email, name }) => `${role.padEnd(roles)}  ${email.padEnd(emails)}  ${name}`);
}

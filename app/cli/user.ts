import { allCampuses, campusBySlug } from "~/domain/campus/queries";
import { createPerson } from "~/domain/identity/create-person";
import type { PersonInput } from "~/domain/identity/create-person";
import { newPasswordField, signUpForm } from "~/domain/identity/forms";
import type { AgeBand } from "~/domain/identity/person";
import { AGE_BANDS, PASSWORD_MIN } from "~/domain/identity/person";
import type { Scope } from "~/domain/identity/policy";
import { INSTANCE } from "~/domain/identity/policy";
import { ownWords } from "~/domain/identity/set-password";
import type { Locale, Role } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { isDomainError } from "~/domain/kernel/errors";
import type { Store } from "~/domain/kernel/store";
import type { Args } from "./args";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { operatorCtx, withStore } from "./place";
import { badInput, infeasible } from "./refusal";

/** Roles of a campus; jurors get theirs from an edition, admins by --admin. */
const CAMPUS_ROLES = ["learner", "coach", "expert", "organiser"] as const satisfies readonly Role[];

/** `broeikas user create`: makes an account and prints its id. */
export const createUser: Command = {
  usage: {
    command: "user create",
    summary: "makes an account and prints its id; without a password the person signs in by a mailed link",
    options: {
      name: { type: "string", help: "how the person is called", required: true },
      email: { type: "string", value: "ADDRESS", help: "their address", required: true },
      admin: { type: "boolean", help: "admin of the whole instance" },
      role: { type: "string", help: `${CAMPUS_ROLES.join(", ")}; needs --campus` },
      campus: { type: "string", value: "SLUG", help: "their campus; they become a learner of it too" },
      locale: { type: "string", help: `${LOCALES.join(", ")}`, default: LOCALES[0] },
      age: { type: "string", value: "BAND", help: AGE_BANDS.join(", "), default: "26-45" },
      "password-stdin": { type: "boolean", help: `reads a password (${PASSWORD_MIN} characters or more) from standard input` },
    },
  },
  async run(argv, io) {
    const args = readArgs(createUser.usage, argv);
    const person = personOf(args);
    const typed = args.flag("password-stdin") ? (await io.stdin()).replace(/\r?\n$/, "") : undefined;
    const personId = await withStore(io, async (store) => {
      const campusId = await campusOf(store, args);
      const scope: Scope | null = campusId === null ? null : { kind: "campus", id: campusId };
      const roles = [
        ...(args.flag("admin") ? [{ role: "admin" as const, scope: INSTANCE }] : []),
        ...(person.role !== null && person.role !== "learner" && scope ? [{ role: person.role, scope }] : []),
      ];
      const password = typed === undefined ? {} : { password: await strong(store, typed, person.account) };
      const made = createPerson(operatorCtx(store, new Date()), { ...person.account, homeCampusId: campusId, roles, ...password });
      return (await made.catch((thrown: unknown) => Promise.reject(taken(thrown, person.account.email)))).personId;
    });
    io.stdout(`${personId}\n`);
    return 0;
  },
};

function personOf(args: Args): {
  account: Pick<PersonInput, "name" | "email" | "ageBand" | "locale">;
  role: (typeof CAMPUS_ROLES)[number] | null;
} {
  const { name, email } = signUpForm.shape;
  const called = name.safeParse(args.required("name"));
  if (!called.success) throw badInput("name: give a name of 1 to 80 characters");
  const address = email.safeParse(args.required("email"));
  if (!address.success) throw badInput(`email: "${args.required("email")}" is not an address`);
  const ageBand = oneOf<AgeBand>("age", args.required("age"), AGE_BANDS);
  const locale = oneOf<Locale>("locale", args.required("locale"), LOCALES);
  const wanted = args.text("role");
  const role = wanted === undefined ? null : oneOf("role", wanted, CAMPUS_ROLES);
  if (role !== null && args.text("campus") === undefined) throw badInput("role: say on which campus, with --campus SLUG");
  return { account: { name: called.data, email: address.data, ageBand, locale }, role };
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw badInput(`${name}: "${value}" is not one of ${choices.join(", ")}`);
  return choice;
}

async function campusOf(store: Store, args: Args): Promise<string | null> {
  const slug = args.text("campus");
  if (slug === undefined) return null;
  const campus = await campusBySlug(store.db, slug);
  if (campus) return campus.id;
  const slugs = (await allCampuses(store.db)).map((one) => one.slug);
  throw badInput(`campus: there is no "${slug}"${slugs.length > 0 ? `; there are ${slugs.join(", ")}` : "; there are none yet"}`);
}

async function strong(store: Store, password: string, person: { name: string; email: string }): Promise<string> {
  const judged = newPasswordField(await ownWords(store.db, person)).safeParse(password);
  if (judged.success) return password;
  throw badInput(`password: give at least ${PASSWORD_MIN} characters that are not easy to guess, such as a sentence of your own`);
}

function taken(thrown: unknown, email: string): unknown {
  return isDomainError(thrown) && thrown.code === "already_done" ? infeasible(`${email} has an account already`) : thrown;
}

import { PasswordField, TextField } from "./fields";
import { useT } from "../i18n";

/** The fields in which somebody shows that it is still they: the password they have, or a code of the app. Nothing for who has neither. */
export function ProofFields({ email, hasPassword, hasStep }: { email: string; hasPassword: boolean; hasStep: boolean }) {
  const t = useT();
  const either = hasPassword && hasStep;
  return (
    <>
      <input type="hidden" name="username" value={email} autoComplete="username" />
      {hasPassword ? (
        <PasswordField
          name="currentPassword"
          label={t("access.proof.password")}
          hint={either ? t("access.proof.either") : undefined}
          autoComplete="current-password"
          optional={either}
        />
      ) : null}
      {hasStep ? (
        <TextField
          name="code"
          label={either ? t("access.proof.code") : t("access.proof.code_only")}
          autoComplete="one-time-code"
          maxLength={40}
          optional={either}
        />
      ) : null}
    </>
  );
}

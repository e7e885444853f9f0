import type { ChangeEvent, ReactNode } from "react";
import { FieldBox, useControl } from "./fields";
import css from "./forms.module.css";

/** A file to choose. What is wrong with one stands beside it; a browser never fills it in again. */
export function FileField(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Types that may be chosen, as the attribute of the same name takes them. */
  accept: string;
  /** What is wrong with what was just chosen, before anything is sent. */
  problem?: string;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  children?: ReactNode;
}) {
  const { accept, onChange, children } = props;
  const { box, control } = useControl(props);
  // A file that was sent before need not be sent again: no file is ever required.
  const { defaultValue: _value, required: _required, ...rest } = control;
  return (
    <FieldBox {...box}>
      {children}
      <input {...rest} className={css.file} type="file" accept={accept} onChange={onChange} />
    </FieldBox>
  );
}

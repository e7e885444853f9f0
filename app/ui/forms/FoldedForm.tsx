import type { ReactNode } from "react";
import { Disclosure } from "../kit/Disclosure";
import type { Look } from "../kit/Button";
import { ErrorSummary, Fields, SubmitButton } from "./parts";
import type { Reply } from "./reply";
import { ReplyForm } from "./reply";

interface Props {
  /** What one opens. */
  readonly label: string;
  readonly intent: string;
  readonly reply: Reply | null;
  /** Only where the page has several forms of this intent. */
  readonly formId?: string;
  /** The words on the button, when they are others than what one opened. */
  readonly send?: string;
  readonly look?: Look;
  /** The form is as new when this changes, such as how many were added by it. */
  readonly anew?: string | number;
  readonly preventScrollReset?: boolean;
  /** The fields. */
  readonly children: ReactNode;
}

/** A form that is opened when asked for, and stands open with what was typed when it was refused. */
export function FoldedForm({ label, intent, reply, formId = intent, send = label, look = "quiet", anew, children, ...rest }: Props) {
  return (
    <Disclosure label={label} open={reply?.intent === intent}>
      <ReplyForm key={anew} formId={formId} intent={intent} reply={reply} {...rest}>
        <Fields>
          <ErrorSummary />
          {children}
          <SubmitButton look={look}>{send}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Disclosure>
  );
}

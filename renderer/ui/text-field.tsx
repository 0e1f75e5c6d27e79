import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  /** The name stays for assistive technology when the label is not shown. */
  readonly isLabelHidden?: boolean;
  readonly description?: ReactNode;
  /** Shown in place of the description, and marks the field. */
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  /** A control on the same line, after the input. */
  readonly suffix?: ReactNode;
}

/** One line of text with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, description, errorMessage, placeholder, isMono, suffix, ...field } = props;
  const name = isLabelHidden ? { 'aria-label': label } : {};
  return (
    <AriaTextField
      {...field}
      {...name}
      className={classNames(styles.field)}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      {!isLabelHidden && <Label className={classNames(styles.label)}>{label}</Label>}
      <div className={styles.row}>
        <Input
          className={classNames(styles.input)}
          data-mono={isMono || undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          dir="auto"
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {suffix}
      </div>
      {description !== undefined && errorMessage === undefined && (
        <Text slot="description" className={classNames(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(styles.error)}>{errorMessage}</FieldError>
    </AriaTextField>
  );
}

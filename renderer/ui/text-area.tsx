import type { ComponentProps, ReactNode } from 'react';
import {
  FieldError,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly description?: ReactNode;
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly isMono?: boolean;
  /** What else the area has: for a list of what could be typed, which belongs to it. */
  readonly area?: Omit<ComponentProps<typeof AriaTextArea>, 'className' | 'style' | 'value' | 'onChange'>;
}

/** Several lines of text with label, hint and error. */
export function TextArea(props: TextAreaProps) {
  const { label, description, errorMessage, placeholder, rows = 3, isMono, area, ...field } = props;
  return (
    <AriaTextField
      {...field}
      className={classNames(styles.field)}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <Label className={classNames(styles.label)}>{label}</Label>
      <AriaTextArea
        {...area}
        className={classNames(styles.input, styles.area)}
        data-mono={isMono || undefined}
        rows={rows}
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {description !== undefined && errorMessage === undefined && (
        <Text slot="description" className={classNames(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(styles.error)}>{errorMessage}</FieldError>
    </AriaTextField>
  );
}

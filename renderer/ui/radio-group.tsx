import type { ReactNode } from 'react';
import { Label, RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './radio-group.module.css';

export interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
}

export interface RadioGroupProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  /** `segmented` sets short options side by side in one bar. */
  readonly appearance?: 'list' | 'segmented';
  readonly description?: ReactNode;
}

/** Chooses one of a few options that are all visible. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, isLabelHidden = false, options, value, onChange, appearance = 'list', description } = props;
  const choose = (id: string) => {
    const option = options.find((candidate) => candidate.id === id);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaRadioGroup
      className={classNames(fieldStyles.field)}
      value={value}
      onChange={choose}
      orientation={appearance === 'list' ? 'vertical' : 'horizontal'}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={classNames(fieldStyles.label)}>{label}</Label>}
      <div className={styles.options} data-appearance={appearance}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id}>
            <RadioButton className={classNames(styles.option)}>
              {appearance === 'list' && <span className={styles.dot} aria-hidden="true" />}
              {option.icon !== undefined && (
                <span className={styles.icon} aria-hidden="true">
                  {option.icon}
                </span>
              )}
              <span className={styles.text}>
                <span>{option.label}</span>
                {option.description !== undefined && (
                  <span className={styles.optionDescription}>{option.description}</span>
                )}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      {description !== undefined && (
        <Text slot="description" className={classNames(fieldStyles.description)}>
          {description}
        </Text>
      )}
    </AriaRadioGroup>
  );
}

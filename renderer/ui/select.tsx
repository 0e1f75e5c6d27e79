import { Check, ChevronDown } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import popoverStyles from './popover.module.css';
import styles from './select.module.css';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly description?: ReactNode;
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly size?: 'small' | 'medium';
}

function SelectContent<Id extends string>(props: SelectProps<Id>) {
  const { label, isLabelHidden = false, options, value, onChange, description, errorMessage } = props;
  const texts = useTexts(uiTexts);
  const choose = (key: unknown) => {
    const option = options.find(({ id }) => id === key);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaSelect
      className={classNames(fieldStyles.field)}
      value={value}
      onChange={choose}
      isInvalid={errorMessage !== undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      placeholder={props.placeholder ?? texts.choose}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={classNames(fieldStyles.label)}>{label}</Label>}
      <Button className={classNames(styles.trigger)} data-size={props.size ?? 'medium'}>
        <SelectValue className={classNames(styles.value)}>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown className={styles.chevron} aria-hidden="true" />
      </Button>
      {description !== undefined && errorMessage === undefined && (
        <Text slot="description" className={classNames(fieldStyles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(fieldStyles.error)}>{errorMessage}</FieldError>
      <Popover className={classNames(popoverStyles.popover)} data-match-trigger="true" offset={4}>
        <ListBox className={classNames(styles.list)} items={options}>
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** Chooses one of a few options from a list. `memo` loses the type parameter, so it is put back. */
export const Select = memo(SelectContent) as typeof SelectContent;

function Option({ option }: { readonly option: SelectOption<string> }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={classNames(styles.option)}>
      {({ isSelected }) => (
        <>
          <span className={styles.text}>
            <Text slot="label" className={classNames(styles.optionLabel)} dir="auto">
              {option.label}
            </Text>
            {option.description !== undefined && (
              <Text slot="description" className={classNames(styles.optionDescription)}>
                {option.description}
              </Text>
            )}
          </span>
          {isSelected && <Check className={styles.check} aria-hidden="true" />}
        </>
      )}
    </ListBoxItem>
  );
}

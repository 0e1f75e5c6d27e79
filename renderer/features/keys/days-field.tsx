import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { daysOptions, daysSelectionOf, readDays, type DaysSelection } from './days-selection.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface DaysFieldProps {
  readonly label: string;
  /** What no number of days is called. */
  readonly none: string;
  readonly description: string;
  readonly selection: DaysSelection;
  readonly onChange: (selection: DaysSelection) => void;
  /** Why it cannot be changed, and what counts instead. */
  readonly lock?: { readonly reason: string; readonly days: number | null } | null;
  readonly autoFocus?: boolean;
}

/** A number of days from a list, or any other; or what the team says in its place, with the reason. */
export function DaysField({ lock = null, ...props }: DaysFieldProps) {
  const texts = useTexts(keyDialogsTexts);
  const { label, none, description, selection, onChange, autoFocus = false } = props;
  const shown = lock === null ? selection : daysSelectionOf(lock.days);
  const reading = readDays(selection, texts);
  return (
    <>
      <Select
        label={label}
        autoFocus={autoFocus}
        options={daysOptions(none, texts)}
        value={shown.option}
        onChange={(option) => {
          onChange({ ...selection, option });
        }}
        isDisabled={lock !== null}
        description={lock === null ? description : lock.reason}
      />
      {shown.option === 'other' && (
        <TextField
          label={texts.days.label(label)}
          inputMode="numeric"
          isDisabled={lock !== null}
          value={shown.text}
          onChange={(text) => {
            onChange({ ...selection, text });
          }}
          errorMessage={lock === null && reading.kind === 'incomplete' ? reading.message : undefined}
        />
      )}
    </>
  );
}

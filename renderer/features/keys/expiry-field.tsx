import { DateField } from '../../ui/date-field.tsx';
import { formatLongDate } from '../../ui/format-time.ts';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { expiryOptions, localDate, readExpiry, type ExpirySelection } from './expiry-selection.ts';

interface ExpiryFieldProps {
  readonly selection: ExpirySelection;
  readonly onChange: (selection: ExpirySelection) => void;
  /** Whether to say what is missing, and not only to wait for it. */
  readonly showsErrors: boolean;
  /** A lifetime in days, from the settings, that the list has to offer too. */
  readonly extraDays?: number | null;
  /** Who keeps the expiry when the service does not. */
  readonly note?: string;
}

/** When a key ends: never, after some days, or on a date. Always says the date that it comes to. */
export function ExpiryField({ selection, onChange, showsErrors, extraDays = null, note }: ExpiryFieldProps) {
  const now = useNow();
  const reading = readExpiry(selection, now);
  const result =
    reading.kind === 'incomplete'
      ? undefined
      : reading.at === null
        ? 'Works until you delete it.'
        : `Works until ${formatLongDate(reading.at)}.`;
  const description = [result, note].filter((text) => text !== undefined).join(' ');
  return (
    <>
      <Select
        label="Expires"
        options={expiryOptions(extraDays)}
        value={selection.option}
        onChange={(option) => {
          onChange({ ...selection, option });
        }}
        {...(selection.option === 'date' || description === '' ? {} : { description })}
      />
      {selection.option === 'date' && (
        <DateField
          label="Last day"
          value={selection.date}
          min={localDate(now)}
          onChange={(date) => {
            onChange({ ...selection, date });
          }}
          {...(description === '' ? {} : { description })}
          errorMessage={
            reading.kind === 'incomplete' && (showsErrors || selection.date !== '')
              ? reading.message
              : undefined
          }
        />
      )}
    </>
  );
}

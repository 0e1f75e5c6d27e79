import { DateField } from '../../ui/date-field.tsx';
import { formatLongDate } from '../../ui/format-time.ts';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import {
  expiryOptions,
  localDate,
  readExpiry,
  type ExpiryReading,
  type ExpirySelection,
} from './expiry-selection.ts';

interface ExpiryFieldProps {
  readonly selection: ExpirySelection;
  readonly onChange: (selection: ExpirySelection) => void;
  /** Whether to say what is missing, and not only to wait for it. */
  readonly showsErrors: boolean;
  /** A lifetime in days, from the settings, that the list has to offer too. */
  readonly extraDays?: number | null;
  /** What happens at that date; not said when there is none. */
  readonly note?: string;
  readonly autoFocus?: boolean;
}

/** When a key ends: never, after some days, or on a date. Always says the date that it comes to. */
export function ExpiryField({
  selection,
  onChange,
  showsErrors,
  extraDays = null,
  note,
  autoFocus = false,
}: ExpiryFieldProps) {
  const now = useNow();
  const reading = readExpiry(selection, now);
  const description = describe(reading, note);
  return (
    <>
      <Select
        label="Expires"
        autoFocus={autoFocus}
        options={expiryOptions(extraDays)}
        value={selection.option}
        onChange={(option) => {
          onChange({ ...selection, option });
        }}
        {...(selection.option === 'date' || description === undefined ? {} : { description })}
      />
      {selection.option === 'date' && (
        <DateField
          label="Last day"
          value={selection.date}
          min={localDate(now)}
          onChange={(date) => {
            onChange({ ...selection, date });
          }}
          {...(description === undefined ? {} : { description })}
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

function describe(reading: ExpiryReading, note: string | undefined): string | undefined {
  if (reading.kind === 'incomplete') return undefined;
  if (reading.at === null) return 'Works until you delete it.';
  const date = `Works until ${formatLongDate(reading.at)}.`;
  return note === undefined ? date : `${date} ${note}`;
}

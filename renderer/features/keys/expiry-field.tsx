import type { ApiKey } from '../../../shared/domain/api-key.ts';
import {
  effectiveEnd,
  endRuleText,
  NO_POLICIES,
  type EffectiveEnd,
  type KeyPolicies,
} from '../../../shared/domain/key-policy.ts';
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
  /** The rules for all keys, which may end this one sooner. */
  readonly policies?: KeyPolicies;
  /** The key whose expiration it is; a new one when it is left out. */
  readonly apiKey?: ApiKey;
  readonly autoFocus?: boolean;
}

/** When a key ends: never, after some days, or on a date. Always says the date that it comes to. */
export function ExpiryField({
  selection,
  onChange,
  showsErrors,
  extraDays = null,
  note,
  policies = NO_POLICIES,
  apiKey,
  autoFocus = false,
}: ExpiryFieldProps) {
  const now = useNow();
  const reading = readExpiry(selection, now);
  const end = endOf(reading, { policies, now, ...(apiKey === undefined ? {} : { apiKey }) });
  const description = describe(reading, end, note);
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

/** When the key would end, and by which rule. */
function endOf(
  reading: ExpiryReading,
  {
    policies,
    now,
    apiKey,
  }: { readonly policies: KeyPolicies; readonly now: number; readonly apiKey?: ApiKey },
): EffectiveEnd | null {
  if (reading.kind === 'incomplete') return null;
  const ending = {
    createdAt: apiKey?.createdAt ?? now,
    regeneratedAt: apiKey?.regeneratedAt ?? null,
    lastUsedAt: apiKey?.lastUsed?.at ?? null,
    ownExpiresAt: reading.at,
  };
  return effectiveEnd(ending, policies);
}

function describe(
  reading: ExpiryReading,
  end: EffectiveEnd | null,
  note: string | undefined,
): string | undefined {
  if (reading.kind === 'incomplete') return undefined;
  if (end === null) return 'Works until you delete it.';
  const rule = end.rule.kind === 'own' ? '' : ` ${endRuleText(end.rule)} comes first.`;
  const date = `Works until ${formatLongDate(end.at)}.${rule}`;
  return note === undefined ? date : `${date} ${note}`;
}

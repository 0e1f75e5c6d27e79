import type { ApiKey } from '../../../shared/domain/api-key.ts';
import {
  effectiveEnd,
  NO_POLICIES,
  type EffectiveEnd,
  type KeyPolicies,
} from '../../../shared/domain/key-policy.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import {
  expiryOptions,
  localDate,
  readExpiry,
  type ExpiryReading,
  type ExpirySelection,
} from './expiry-selection.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

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
  const texts = useTexts(keyDialogsTexts);
  const now = useNow();
  const reading = readExpiry(selection, now, texts);
  const end = endOf(reading, { policies, now, ...(apiKey === undefined ? {} : { apiKey }) });
  const description = describe(reading, { end, note }, texts);
  return (
    <>
      <Select
        label={texts.expiry.label}
        autoFocus={autoFocus}
        options={expiryOptions(extraDays, texts)}
        value={selection.option}
        onChange={(option) => {
          onChange({ ...selection, option });
        }}
        {...(selection.option === 'date' || description === undefined ? {} : { description })}
      />
      {selection.option === 'date' && (
        <DateField
          label={texts.expiry.lastDay}
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
  { end, note }: { readonly end: EffectiveEnd | null; readonly note: string | undefined },
  texts: KeyDialogsTexts,
): string | undefined {
  if (reading.kind === 'incomplete') return undefined;
  if (end === null) return texts.expiry.untilDeleted;
  const rule = end.rule.kind === 'own' ? '' : texts.expiry.comesFirst(texts.common.endRule(end.rule));
  const date = texts.expiry.until(end.at, rule);
  return note === undefined ? date : `${date} ${note}`;
}

import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { numberProblem, type NumberField, type SetupDraft } from './setup-form.ts';
import styles from './setup-pane.module.css';

interface OptionFieldsProps {
  readonly draft: SetupDraft;
  /** A data file says how often. */
  readonly rowCount: number | null;
  readonly onChange: (change: Partial<SetupDraft>) => void;
}

/** How a run goes about it. */
export function OptionFields({ draft, rowCount, onChange }: OptionFieldsProps) {
  const number = (field: NumberField, label: string, description: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      value={draft[field]}
      description={description}
      errorMessage={numberProblem(draft, field) ?? undefined}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  return (
    <>
      <div className={styles.numbers}>
        {rowCount === null ? (
          number('iterations', 'Iterations', 'How often all requests are sent.')
        ) : (
          <TextField
            label="Iterations"
            value={rowCount.toLocaleString()}
            isReadOnly
            description="One for each row of the data file."
          />
        )}
        {number('concurrency', 'In flight', 'Requests at the same time, up to 64.')}
        {number('delayMs', 'Delay (ms)', 'Before each further request.')}
      </div>
      <div className={styles.switches}>
        <Switch
          label="Stop at the first request that fails or has no answer"
          isSelected={draft.stopOnError}
          onChange={(stopOnError) => {
            onChange({ stopOnError });
          }}
        />
        <Switch
          label="Wait and ask again when a server says Retry-After"
          isSelected={draft.respectRetryAfter}
          onChange={(respectRetryAfter) => {
            onChange({ respectRetryAfter });
          }}
        />
        <Switch
          label="Keep each request in History too"
          isSelected={draft.keepInHistory}
          onChange={(keepInHistory) => {
            onChange({ keepInHistory });
          }}
        />
      </div>
    </>
  );
}

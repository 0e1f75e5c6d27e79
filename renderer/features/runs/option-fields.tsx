import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isNumberTaken, NUMBER_LIMITS, type NumberField, type SetupDraft } from './setup-form.ts';
import styles from './setup-pane.module.css';
import { runSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface OptionFieldsProps {
  readonly draft: SetupDraft;
  /** A data file says how often. */
  readonly rowCount: number | null;
  readonly onChange: (change: Partial<SetupDraft>) => void;
}

/** How a run goes about it. */
export function OptionFields({ draft, rowCount, onChange }: OptionFieldsProps) {
  const texts = useTexts(runsTexts);
  const { wholeNumber } = useTexts(runSetUpTexts);
  const formats = useFormats();
  const number = (field: NumberField, label: string, description: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      value={draft[field]}
      description={description}
      errorMessage={isNumberTaken(draft, field) ? undefined : wholeNumber(...NUMBER_LIMITS[field])}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  return (
    <>
      <div className={styles.numbers}>
        {rowCount === null ? (
          number('iterations', texts.setUp.iterations, texts.setUp.iterationsHint)
        ) : (
          <TextField
            label={texts.setUp.iterations}
            value={formats.number(rowCount)}
            isReadOnly
            description={texts.setUp.rowsHint}
          />
        )}
        {number('concurrency', texts.setUp.inFlight, texts.setUp.inFlightHint)}
        {number('delayMs', texts.setUp.delay, texts.setUp.delayHint)}
      </div>
      <div className={styles.switches}>
        <Switch
          label={texts.setUp.stop}
          isSelected={draft.stopOnError}
          onChange={(stopOnError) => {
            onChange({ stopOnError });
          }}
        />
        <Switch
          label={texts.setUp.retryAfter}
          isSelected={draft.respectRetryAfter}
          onChange={(respectRetryAfter) => {
            onChange({ respectRetryAfter });
          }}
        />
        <Switch
          label={texts.setUp.history}
          isSelected={draft.keepInHistory}
          onChange={(keepInHistory) => {
            onChange({ keepInHistory });
          }}
        />
      </div>
    </>
  );
}

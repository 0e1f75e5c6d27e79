import { RadioGroup, type RadioOption } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './grace-field.module.css';
import { readGrace, type GraceSelection } from './grace-selection.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface GraceFieldProps {
  readonly selection: GraceSelection;
  readonly onChange: (selection: GraceSelection) => void;
  /** What the choice comes to. */
  readonly description: string | undefined;
}

const options = (texts: KeyDialogsTexts): readonly RadioOption<GraceSelection['option']>[] => [
  { id: 'now', label: texts.grace.now },
  { id: '1h', label: texts.grace.oneHour },
  { id: '24h', label: texts.grace.oneDay },
  { id: '7d', label: texts.grace.sevenDays },
  { id: 'other', label: texts.grace.other },
];

const units = (texts: KeyDialogsTexts) =>
  [
    { id: 'hours', label: texts.grace.hours },
    { id: 'days', label: texts.grace.days },
  ] as const;

/** When the old key stops working. */
export function GraceField({ selection, onChange, description }: GraceFieldProps) {
  const texts = useTexts(keyDialogsTexts);
  const reading = readGrace(selection, texts);
  return (
    <>
      <RadioGroup
        label={texts.grace.label}
        options={options(texts)}
        value={selection.option}
        onChange={(option) => {
          onChange({ ...selection, option });
        }}
        {...(description === undefined ? {} : { description })}
      />
      {selection.option === 'other' && (
        <div className={styles.other}>
          <TextField
            label={texts.grace.howLong}
            inputMode="numeric"
            value={selection.number}
            onChange={(number) => {
              onChange({ ...selection, number });
            }}
            errorMessage={reading.kind === 'incomplete' ? reading.message : undefined}
          />
          <Select
            label={texts.grace.unit}
            options={units(texts)}
            value={selection.unit}
            onChange={(unit) => {
              onChange({ ...selection, unit });
            }}
          />
        </div>
      )}
    </>
  );
}

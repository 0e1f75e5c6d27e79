import { RadioGroup, type RadioOption } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './grace-field.module.css';
import { readGrace, type GraceSelection } from './grace-selection.ts';

interface GraceFieldProps {
  readonly selection: GraceSelection;
  readonly onChange: (selection: GraceSelection) => void;
  /** What the choice comes to. */
  readonly description: string | undefined;
}

const options: readonly RadioOption<GraceSelection['option']>[] = [
  { id: 'now', label: 'Now' },
  { id: '1h', label: 'In 1 hour' },
  { id: '24h', label: 'In 24 hours' },
  { id: '7d', label: 'In 7 days' },
  { id: 'other', label: 'After another time' },
];

const units = [
  { id: 'hours', label: 'hours' },
  { id: 'days', label: 'days' },
] as const;

/** When the old key stops working. */
export function GraceField({ selection, onChange, description }: GraceFieldProps) {
  const reading = readGrace(selection);
  return (
    <>
      <RadioGroup
        label="Old key stops working"
        options={options}
        value={selection.option}
        onChange={(option) => {
          onChange({ ...selection, option });
        }}
        {...(description === undefined ? {} : { description })}
      />
      {selection.option === 'other' && (
        <div className={styles.other}>
          <TextField
            label="For how long"
            inputMode="numeric"
            value={selection.number}
            onChange={(number) => {
              onChange({ ...selection, number });
            }}
            errorMessage={reading.kind === 'incomplete' ? reading.message : undefined}
          />
          <Select
            label="Unit"
            options={units}
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

import type { FoundSecretView } from '../../../shared/domain/import.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DROP, errorsOf, NEW_SERVICE, VARIABLE, type SecretForm } from './import-choices.ts';
import styles from './import-dialog.module.css';

interface ImportSecretProps {
  readonly found: FoundSecretView;
  readonly form: SecretForm;
  readonly services: readonly Service[];
  readonly showsErrors: boolean;
  readonly onChange: (form: SecretForm) => void;
}

/** One secret that was found: where, its mask, and what becomes of it. */
export function ImportSecret({ found, form, services, showsErrors, onChange }: ImportSecretProps) {
  const errors = showsErrors ? errorsOf(form) : {};
  const title = `${found.label} ${found.mask}`;
  const isNew = form.target === NEW_SERVICE;
  return (
    <li className={styles.secret} aria-label={title}>
      <p className={styles.found}>
        <strong>{found.label}</strong> <code className={styles.mask}>{found.mask}</code>
      </p>
      <p className={styles.hint}>
        {found.places.join(' · ')}
        {found.origins.length === 0
          ? ' · where it goes is not known'
          : ` · sent to ${found.origins.join(', ')}`}
      </p>
      <div className={styles.choice}>
        <Select
          label="Keep as"
          options={targets(found, services)}
          value={form.target}
          onChange={(target) => {
            onChange({ ...form, target });
          }}
          description={destination(form, services)}
        />
        {form.target === VARIABLE && (
          <TextField
            label="May go to"
            isMono
            value={form.origins}
            placeholder="https://api.example.com"
            description="Origins, with spaces between; empty: nowhere yet."
            errorMessage={errors.origins}
            onChange={(origins) => {
              onChange({ ...form, origins });
            }}
          />
        )}
        {form.target !== DROP && form.target !== VARIABLE && (
          <TextField
            label="Key name"
            value={form.name}
            errorMessage={errors.name}
            onChange={(name) => {
              onChange({ ...form, name });
            }}
          />
        )}
        {isNew && (
          <TextField
            label="Origin"
            isMono
            value={form.origin}
            placeholder="https://api.example.com"
            errorMessage={errors.origin}
            onChange={(origin) => {
              onChange({ ...form, origin });
            }}
          />
        )}
      </div>
    </li>
  );
}

function targets(found: FoundSecretView, services: readonly Service[]) {
  const drop = { id: DROP, label: 'Leave it out' };
  const variable =
    found.variables.length === 0
      ? []
      : [{ id: VARIABLE, label: `Secret variable ${found.variables.join(', ')}` }];
  if (!found.canBeKey) return [...variable, drop];
  const existing = services
    .filter(({ kind }) => kind !== 'local')
    .map(({ id, name }) => ({ id, label: `Key of ${name}` }));
  return [{ id: NEW_SERVICE, label: 'Key of a new service' }, ...existing, ...variable, drop];
}

function destination({ target }: SecretForm, services: readonly Service[]): string {
  if (target === VARIABLE) return 'Sealed on this computer; the file has no value.';
  if (target === DROP) return 'Its place in the files is left empty.';
  if (target === NEW_SERVICE) return 'It will be sent to this origin alone.';
  const origins = services.find(({ id }) => id === target)?.origins ?? [];
  return `It will be sent only to ${origins.join(', ')}.`;
}

import type { FoundSecretView } from '../../../shared/domain/import.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DROP, errorsOf, NEW_SERVICE, VARIABLE, type SecretForm } from './import-choices.ts';
import styles from './import-dialog.module.css';
import { importingTexts, type ImportingTexts } from '../../../shared/texts/en/importing.ts';
import { useFieldWords, useTexts } from '../../language/speech-context.ts';

interface ImportSecretProps {
  readonly found: FoundSecretView;
  readonly form: SecretForm;
  readonly services: readonly Service[];
  readonly showsErrors: boolean;
  readonly onChange: (form: SecretForm) => void;
}

/** One secret that was found: where, its mask, and what becomes of it. */
export function ImportSecret({ found, form, services, showsErrors, onChange }: ImportSecretProps) {
  const texts = useTexts(importingTexts);
  const fieldWords = useFieldWords();
  const errors = showsErrors ? errorsOf(form, texts, fieldWords) : {};
  const label = found.label === '' ? texts.found.inText : found.label;
  const title = `${label} ${found.mask}`;
  const isNew = form.target === NEW_SERVICE;
  return (
    <li className={styles.secret} aria-label={title}>
      <p className={styles.found}>
        <strong>{label}</strong> <code className={styles.mask}>{found.mask}</code>
      </p>
      <p className={styles.hint}>
        {found.places.join(' · ')}
        {' · '}
        {found.origins.length === 0 ? texts.found.unknown : texts.found.sentTo(found.origins.join(', '))}
      </p>
      <div className={styles.choice}>
        <Select
          label={texts.found.keepAs}
          options={targets(found, services, texts)}
          value={form.target}
          onChange={(target) => {
            onChange({ ...form, target });
          }}
          description={destination(form, services, texts)}
        />
        {form.target === VARIABLE && (
          <TextField
            label={texts.found.mayGoTo}
            isMono
            value={form.origins}
            placeholder="https://api.example.com"
            description={texts.found.mayGoToNote}
            errorMessage={errors.origins}
            onChange={(origins) => {
              onChange({ ...form, origins });
            }}
          />
        )}
        {form.target !== DROP && form.target !== VARIABLE && (
          <TextField
            label={texts.found.keyName}
            value={form.name}
            errorMessage={errors.name}
            onChange={(name) => {
              onChange({ ...form, name });
            }}
          />
        )}
        {isNew && (
          <TextField
            label={texts.found.origin}
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

function targets(found: FoundSecretView, services: readonly Service[], texts: ImportingTexts) {
  const drop = { id: DROP, label: texts.found.leaveOut };
  const variable =
    found.variables.length === 0
      ? []
      : [{ id: VARIABLE, label: texts.found.variable(found.variables.join(', ')) }];
  if (!found.canBeKey) return [...variable, drop];
  const existing = services
    .filter(({ kind }) => kind !== 'local')
    .map(({ id, name }) => ({ id, label: texts.found.keyOf(name) }));
  return [{ id: NEW_SERVICE, label: texts.found.keyOfNew }, ...existing, ...variable, drop];
}

function destination({ target }: SecretForm, services: readonly Service[], texts: ImportingTexts): string {
  if (target === VARIABLE) return texts.found.asVariable;
  if (target === DROP) return texts.found.asNothing;
  if (target === NEW_SERVICE) return texts.found.toOrigin;
  const origins = services.find(({ id }) => id === target)?.origins ?? [];
  return texts.found.toOrigins(origins.join(', '));
}

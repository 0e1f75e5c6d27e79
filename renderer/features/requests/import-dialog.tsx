import { useState } from 'react';
import type { ImportPreview } from '../../../shared/domain/import.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { choiceOf, errorsOf, hasErrors, initialForm, type SecretForm } from './import-choices.ts';
import styles from './import-dialog.module.css';
import { ImportNotes } from './import-notes.tsx';
import { ImportSecret } from './import-secret.tsx';
import { useUndoImport } from './use-undo-import.ts';
import { importingTexts, type ImportingTexts } from '../../../shared/texts/en/importing.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly onClose: () => void;
}

/** What would come in, and what becomes of the secrets that were found. Nothing is kept before *Import* is pressed. */
export function ImportDialog({ preview, onClose }: ImportDialogProps) {
  const texts = useTexts(importingTexts);
  const services = useCommandQuery('services.list', {});
  const known = services.kind === 'loaded' ? services.value : [];
  const [forms, setForms] = useState(
    () => new Map(preview.found.map((found) => [found.id, initialForm(found)])),
  );
  const [isSubmitted, setIsSubmitted] = useState(false);
  const keep = useCommand('import.keep');
  const toast = useToast();
  const undo = useUndoImport();
  const formOf = (id: string): SecretForm | undefined => forms.get(id);
  const submit = async () => {
    setIsSubmitted(true);
    if ([...forms.values()].some((form) => hasErrors(errorsOf(form, texts)))) return;
    const result = await keep.run({ token: preview.token, choices: [...choicesOf(preview, forms, known)] });
    if (!result.ok) return;
    const { undoId } = result.value;
    toast.show({
      tone: 'good',
      title: texts.done.title,
      description: summary(result.value, texts),
      action: { label: texts.done.undo, onAction: () => void undo(undoId) },
    });
    onClose();
  };
  return (
    <Dialog
      title={texts.common.import}
      size="large"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={keep.isPending}>
            {texts.common.import}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        {texts.preview.lead(preview.formats.map((format) => texts.formats[format]).join(', '))}
      </p>
      <Contents preview={preview} />
      {preview.found.length > 0 && (
        <section aria-labelledby="import-secrets" className={styles.section}>
          <h3 id="import-secrets" className={styles.heading}>
            {texts.preview.found}
          </h3>
          <p className={styles.hint}>{texts.preview.foundNote}</p>
          <ul className={styles.secrets}>
            {preview.found.map((found) => {
              const form = formOf(found.id);
              return form === undefined ? null : (
                <ImportSecret
                  key={found.id}
                  found={found}
                  form={form}
                  services={known}
                  showsErrors={isSubmitted}
                  onChange={(changed) => {
                    setForms(new Map(forms).set(found.id, changed));
                  }}
                />
              );
            })}
          </ul>
        </section>
      )}
      <ImportNotes notes={preview.notes} count={preview.noteCount} />
      {keep.error !== null && <ErrorNote error={keep.error} />}
    </Dialog>
  );
}

function choicesOf(
  preview: ImportPreview,
  forms: ReadonlyMap<string, SecretForm>,
  services: readonly Service[],
) {
  return preview.found.flatMap((found) => {
    const form = forms.get(found.id);
    return form === undefined ? [] : [choiceOf(found, form, services)];
  });
}

function Contents({ preview }: { readonly preview: ImportPreview }) {
  const texts = useTexts(importingTexts);
  return (
    <ul className={styles.contents} aria-label={texts.preview.contents}>
      {preview.collections.map(({ name, folders, requests }, index) => (
        <li key={`collection-${String(index)}`}>
          <strong>{name}</strong>
          <span>
            {texts.counts.collection(requests)}
            {folders === 0 ? '' : `, ${texts.counts.folders(folders)}`}
          </span>
        </li>
      ))}
      {preview.environments.map(({ name, variables }, index) => (
        <li key={`environment-${String(index)}`}>
          <strong>{name}</strong>
          <span>{texts.counts.environment(variables)}</span>
        </li>
      ))}
    </ul>
  );
}

function summary(
  {
    collections,
    environments,
    keys,
    variables,
  }: {
    collections: readonly string[];
    environments: readonly string[];
    keys: number;
    variables: number;
  },
  { counts }: ImportingTexts,
): string {
  const parts = [
    ...(collections.length === 0 ? [] : [counts.collections(collections.length)]),
    ...(environments.length === 0 ? [] : [counts.environments(environments.length)]),
    ...(keys === 0 ? [] : [counts.keys(keys)]),
    ...(variables === 0 ? [] : [counts.variables(variables)]),
  ];
  return parts.join(', ');
}

import { useState } from 'react';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import { PassphraseField } from '../../app/passphrase-field.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { MovingProgressNote } from './moving-progress-note.tsx';
import styles from './moving.module.css';
import { RestorePreview } from './restore-preview.tsx';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

type Opened = Extract<CommandOutput<'moving.open'>, { kind: 'preview' }>;

/** First the file and its passphrase, then what would be restored; nothing is changed before the person says so. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { restoring: texts, passphrase: passphraseLabel } = useTexts(movingTexts);
  const { cancel } = useTexts(uiTexts);
  const [passphrase, setPassphrase] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCommand('moving.open');
  const restore = useCommand('moving.restore');
  const drop = useCommand('moving.drop');
  const cancelRun = useCommand('moving.cancel');
  const toast = useToast();
  const close = () => {
    if (restore.isPending) void cancelRun.run({});
    if (opened !== null) void drop.run({ token: opened.token });
    onClose();
  };
  const choose = () => {
    void open.run({ passphrase }).then((result) => {
      if (result.ok && result.value.kind === 'preview') setOpened(result.value);
    });
  };
  const apply = ({ token }: Opened) => {
    void restore.run({ token }).then((result) => {
      if (!result.ok) return;
      toast.show({ tone: 'good', title: texts.done(result.value) });
      onClose();
    });
  };
  const error = open.error ?? restore.error;
  const added = opened === null ? null : addedBy(opened);
  return (
    <Dialog
      title={texts.title}
      size={opened === null ? 'small' : 'large'}
      onClose={close}
      onSubmit={() => {
        if (opened === null) choose();
        else apply(opened);
      }}
      footer={
        <>
          <Button onPress={close}>{cancel}</Button>
          {opened === null ? (
            <Button variant="primary" type="submit" isPending={open.isPending}>
              {texts.choose}
            </Button>
          ) : (
            <Button
              variant="primary"
              type="submit"
              isPending={restore.isPending}
              isDisabled={added === null || added.all === 0}
            >
              {labelOf(added, texts)}
            </Button>
          )}
        </>
      }
    >
      {opened === null ? (
        <>
          <p className={styles.note}>{texts.explanation}</p>
          <PassphraseField
            label={passphraseLabel}
            description={texts.passphraseHint}
            autoFocus
            value={passphrase}
            onChange={(text) => {
              setPassphrase(text);
              open.clearError();
            }}
          />
        </>
      ) : (
        <RestorePreview opened={opened} />
      )}
      {restore.isPending && <MovingProgressNote />}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}

interface Added {
  readonly keys: number;
  readonly services: number;
  readonly all: number;
}

function addedBy({ keys, services, variables, profiles, policies }: Opened): Added {
  const count = (items: readonly { readonly outcome: string }[]) =>
    items.filter(({ outcome }) => outcome === 'new').length;
  const all = [keys, services, variables, profiles, policies === null ? [] : [policies]];
  return {
    ...{ keys: count(keys), services: count(services) },
    all: all.reduce((sum, items) => sum + count(items), 0),
  };
}

function labelOf(added: Added | null, texts: ShapeOf<typeof movingTexts>['restoring']): string {
  if (added === null || (added.keys === 0 && added.all > added.services)) return texts.restoreRest;
  return added.keys === 0 && added.services > 0 ? texts.restoreServices : texts.restoreKeys(added.keys);
}

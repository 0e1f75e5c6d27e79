import { useState } from 'react';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { isFocusFree } from '../../ui/is-focus-free.ts';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface ShareDialogProps {
  readonly onClose: () => void;
  readonly onShared: (accessKey: AccessKey) => void;
}

/** Chooses the collection of the Local API that a new key opens. */
export function ShareDialog({ onClose, onShared }: ShareDialogProps) {
  const { share: action, sharing: texts } = useTexts(accessKeysTexts);
  const { cancel, tryAgain } = useTexts(uiTexts);
  const collections = useCommandQuery('accessKeys.listCollections', {});
  const share = useCommand('accessKeys.share');
  const [chosenUid, setChosenUid] = useState<string | null>(null);
  const options = collections.kind === 'loaded' ? collections.value : [];
  const uid = chosenUid ?? options[0]?.uid ?? null;
  const submit = () => {
    if (uid === null) return;
    void share.run({ collectionUid: uid }).then((result) => {
      if (result.ok) onShared(result.value);
    });
  };
  return (
    <Dialog
      title={action}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button variant="primary" type="submit" isPending={share.isPending} isDisabled={uid === null}>
            {texts.action}
          </Button>
        </>
      }
    >
      {collections.kind === 'loading' && <Skeleton width="60%" height="2rem" />}
      {collections.kind === 'failed' && (
        <ErrorNote
          error={collections.error}
          actions={<Button onPress={collections.retry}>{tryAgain}</Button>}
        />
      )}
      {collections.kind === 'loaded' && (
        <Select
          label={texts.collection}
          autoFocus={isFocusFree()}
          options={options.map((collection) => ({ id: collection.uid, label: collection.name }))}
          value={uid}
          onChange={setChosenUid}
          isDisabled={options.length === 0}
          placeholder={texts.none}
          description={texts.hint}
        />
      )}
      {share.error !== null && <ErrorNote error={share.error} />}
    </Dialog>
  );
}

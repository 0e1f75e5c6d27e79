import { useState } from 'react';
import { failed, type AppError } from '../../../../shared/domain/app-error.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { type OpenRequest, titleOf } from '../open-request.ts';
import { useWorkbench } from '../workbench-context.ts';
import { draftDifferences } from './draft-differences.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface ChangedOnDiskDialogProps {
  readonly request: OpenRequest;
  /** The folder that the request stands in; its copy is put there. */
  readonly folderId: string | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Another program changed the request in its file: what counts now? Neither is written over without being asked. */
export function ChangedOnDiskDialog({ request, folderId, onDone, onClose }: ChangedOnDiskDialogProps) {
  const texts = useTexts(collectionsTexts);
  const { source, key, draft } = request;
  const workbench = useWorkbench();
  const place = {
    collectionId: source.kind === 'saved' ? source.collectionId : '-',
    itemId: source.kind === 'saved' ? source.requestId : '-',
  };
  const onDisk = useCommandQuery('collections.getRequest', place);
  const copy = useKeepAsCopy(request, folderId, onDone);
  const parts = onDisk.kind === 'loaded' ? draftDifferences(draft, onDisk.value.draft) : [];
  return (
    <Dialog
      role="alertdialog"
      title={texts.onDisk.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button
            isDisabled={onDisk.kind !== 'loaded'}
            onPress={() => {
              if (onDisk.kind !== 'loaded') return;
              workbench.load(key, onDisk.value);
              onDone();
            }}
          >
            {texts.onDisk.load}
          </Button>
          <Button variant="primary" isPending={copy.isPending} onPress={() => void copy.run()} autoFocus>
            {texts.onDisk.keepCopy}
          </Button>
        </>
      }
    >
      <p>{texts.onDisk.text(titleOf(request, texts))}</p>
      {parts.length > 0 && (
        <p>{texts.onDisk.differences(parts.map((part) => texts.parts[part]).join(', '))}</p>
      )}
      {onDisk.kind === 'failed' && <ErrorNote error={onDisk.error} />}
      {copy.error !== null && <ErrorNote error={copy.error} />}
    </Dialog>
  );
}

/** What was typed becomes a request of its own beside the one in the file, and the tab is that one’s. */
function useKeepAsCopy(request: OpenRequest, folderId: string | null, onDone: () => void) {
  const texts = useTexts(collectionsTexts);
  const bridge = useBridge();
  const workbench = useWorkbench();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const run = async (): Promise<void> => {
    const { source, key } = request;
    if (source.kind !== 'saved') return;
    setIsPending(true);
    const draft = { ...request.draft, name: texts.onDisk.copyOf(request.draft.name.slice(0, 190)) };
    const { collectionId } = source;
    const added = await bridge
      .invoke('collections.addRequest', { collectionId, place: { folderId, beforeId: null }, draft })
      .catch(() => failed('internal'));
    setIsPending(false);
    setError(added.ok ? null : added.error);
    if (!added.ok) return;
    workbench.markSavedAs(key, request.draft, { collectionId, saved: added.value });
    onDone();
  };
  return { isPending, error, run };
}

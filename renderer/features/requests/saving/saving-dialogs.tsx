import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { type RequestSource, savedKey, titleOf } from '../open-request.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { WorkbenchState } from '../workbench-store.ts';
import { ChangedOnDiskDialog } from './changed-on-disk-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { SaveAsDialog } from './save-as-dialog.tsx';
import { folderOf } from './save-places.ts';
import { TypedInRequest } from './typed-in-request.tsx';
import type { Saving } from './use-saving.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface SavingDialogsProps {
  readonly saving: Saving;
  readonly state: WorkbenchState;
  readonly collections: readonly Collection[];
}

/** The one question that is asked now about saving or closing. */
export function SavingDialogs({ saving, state, collections }: SavingDialogsProps) {
  const texts = useTexts(collectionsTexts);
  const workbench = useWorkbench();
  const { question } = saving;
  const key = question?.kind === 'close' ? question.keys[0] : question?.key;
  const request = state.tabs.find((tab) => tab.key === key);
  if (question === null || request === undefined) return null;
  switch (question.kind) {
    case 'save-as':
      return (
        <SaveAsDialog
          key={request.key}
          request={request}
          reason={question.reason}
          collections={collections.filter(({ isBuiltIn }) => !isBuiltIn)}
          onSaved={(place) => {
            workbench.markSavedAs(request.key, request.draft, place);
            const newKey = savedKey(place.collectionId, place.saved.id);
            saving.done(question.closing.map((other) => (other === request.key ? newKey : other)));
          }}
          onClose={saving.cancel}
        />
      );
    case 'typed-secrets':
      return (
        <TypedInRequest
          // What is left after some were sealed is another question.
          key={`${request.key} ${String(question.secrets.length)}`}
          request={request}
          secrets={question.secrets}
          onKept={saving.saveTyped}
          onSavePlain={() => {
            saving.saveTyped(null);
          }}
          onClose={saving.cancel}
        />
      );
    case 'changed-on-disk':
      return (
        <ChangedOnDiskDialog
          key={request.key}
          request={request}
          folderId={folderIdOf(request.source, collections)}
          onDone={() => {
            saving.done(question.closing);
          }}
          onClose={saving.cancel}
        />
      );
    case 'close':
      return (
        <CloseDialog
          key={request.key}
          title={titleOf(request, texts)}
          moreCount={question.keys.length - 1}
          onSave={saving.saveAndClose}
          onDiscard={saving.closeUnsaved}
          onClose={saving.cancel}
        />
      );
    default:
      return assertNever(question);
  }
}

function folderIdOf(source: RequestSource, collections: readonly Collection[]): string | null {
  if (source.kind === 'scratch') return null;
  const collection = collections.find(({ id }) => id === source.collectionId);
  return collection === undefined ? null : folderOf(collection, source.requestId);
}

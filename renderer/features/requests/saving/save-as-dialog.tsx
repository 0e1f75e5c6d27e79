import { useState } from 'react';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type OpenRequest, titleOf } from '../open-request.ts';
import { foldersOf, folderOf } from './save-places.ts';
import { type SavedAs, type Target, useSaveAs } from './use-save-as.ts';
import type { SaveAsReason } from './use-saving.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface SaveAsDialogProps {
  readonly request: OpenRequest;
  readonly reason: SaveAsReason;
  /** Those that can be written to. */
  readonly collections: readonly Collection[];
  readonly onSaved: (place: SavedAs) => void;
  readonly onClose: () => void;
}

const NEW = 'new';
const NO_FOLDER = 'none';

/** Where a request is saved; the collection and the folder can be made on the spot. */
export function SaveAsDialog({ request, reason, collections, onSaved, onClose }: SaveAsDialogProps) {
  const texts = useTexts(collectionsTexts);
  const form = useSaveAsForm(request, collections);
  const { isPending, error, run } = useSaveAs();
  const submit = async () => {
    const input = form.input();
    if (input === null) return;
    const saved = await run(input);
    if (saved !== null) onSaved(saved);
  };
  const explanation = texts.saveAs.explanations[reason];
  return (
    <Dialog
      title={texts.saveAs.title}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={isPending}>
            {texts.common.save}
          </Button>
        </>
      }
    >
      {explanation !== null && <p>{explanation}</p>}
      <TextField
        label={texts.common.name}
        value={form.name}
        onChange={form.setName}
        maxLength={200}
        errorMessage={form.isNameMissing ? texts.saveAs.nameMissing : undefined}
        autoFocus
      />
      <PlaceFields form={form} collections={collections} />
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}

interface PlaceFieldsProps {
  readonly form: SaveAsForm;
  readonly collections: readonly Collection[];
}

function PlaceFields({ form, collections }: PlaceFieldsProps) {
  const texts = useTexts(collectionsTexts);
  return (
    <>
      {collections.length > 0 && (
        <Select
          label={texts.common.collection}
          options={[
            ...collections.map(({ id, name, fileName }) => ({
              id,
              label: name,
              description: fileName ?? '',
            })),
            { id: NEW, label: texts.saveAs.newCollection },
          ]}
          value={form.collectionId}
          onChange={form.chooseCollection}
        />
      )}
      {form.collectionId === NEW && (
        <TextField
          label={texts.saveAs.collectionName}
          value={form.collectionName}
          onChange={form.setCollectionName}
          maxLength={200}
          errorMessage={form.isCollectionMissing ? texts.saveAs.collectionNameMissing : undefined}
        />
      )}
      <Select
        label={texts.saveAs.folder}
        options={[
          { id: NO_FOLDER, label: texts.saveAs.noFolder },
          ...form.folders.map(({ id, path }) => ({ id, label: path })),
          { id: NEW, label: texts.saveAs.newFolder },
        ]}
        value={form.folderId}
        onChange={form.setFolderId}
      />
      {form.folderId === NEW && (
        <TextField
          label={texts.saveAs.folderName}
          value={form.folderName}
          onChange={form.setFolderName}
          maxLength={200}
          errorMessage={form.isFolderMissing ? texts.saveAs.folderNameMissing : undefined}
        />
      )}
    </>
  );
}

type SaveAsForm = ReturnType<typeof useSaveAsForm>;

function useSaveAsForm(request: OpenRequest, collections: readonly Collection[]) {
  const texts = useTexts(collectionsTexts);
  const { source, draft } = request;
  const own = source.kind === 'saved' ? collections.find(({ id }) => id === source.collectionId) : undefined;
  const [name, setName] = useState(draft.name === '' ? titleOf(request, texts) : draft.name);
  const [collectionId, setCollectionId] = useState((own ?? collections[0])?.id ?? NEW);
  const [collectionName, setCollectionName] = useState('');
  const [folderId, setFolderId] = useState(() =>
    own === undefined || source.kind === 'scratch'
      ? NO_FOLDER
      : (folderOf(own, source.requestId) ?? NO_FOLDER),
  );
  const [folderName, setFolderName] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const chosen = collections.find(({ id }) => id === collectionId);
  const isNameMissing = name.trim() === '';
  const isCollectionMissing = collectionId === NEW && collectionName.trim() === '';
  const isFolderMissing = folderId === NEW && folderName.trim() === '';
  const folder = (): Target | null => {
    if (folderId === NO_FOLDER) return null;
    return folderId === NEW ? { kind: 'new', name: folderName.trim() } : { kind: 'id', id: folderId };
  };
  return {
    name,
    setName,
    collectionId,
    chooseCollection: (id: string) => {
      setCollectionId(id);
      setFolderId(NO_FOLDER);
    },
    collectionName,
    setCollectionName,
    folderId,
    setFolderId,
    folderName,
    setFolderName,
    folders: chosen === undefined ? [] : foldersOf(chosen.items, texts),
    isNameMissing: isChecked && isNameMissing,
    isCollectionMissing: isChecked && isCollectionMissing,
    isFolderMissing: isChecked && isFolderMissing,
    /** `null` when something is missing; that is marked then. */
    input: () => {
      setIsChecked(true);
      if (isNameMissing || isCollectionMissing || isFolderMissing) return null;
      const collection: Target =
        collectionId === NEW
          ? { kind: 'new', name: collectionName.trim() }
          : { kind: 'id', id: collectionId };
      return { draft: { ...draft, name: name.trim() }, collection, folder: folder() };
    },
  };
}

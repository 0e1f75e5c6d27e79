import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface NewCollectionDialogProps {
  readonly onCreate: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for the name of a new collection; its file is named after it. */
export function NewCollectionDialog({ onCreate, onClose }: NewCollectionDialogProps) {
  const texts = useTexts(collectionsTexts);
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = async () => {
    setIsMissing(name.trim() === '');
    if (name.trim() !== '' && (await onCreate(name.trim()))) onClose();
  };
  return (
    <Dialog
      title={texts.newCollection.title}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit">
            {texts.newCollection.create}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.common.name}
        value={name}
        onChange={setName}
        maxLength={200}
        description={texts.newCollection.hint}
        errorMessage={isMissing ? texts.saveAs.collectionNameMissing : undefined}
        autoFocus
      />
    </Dialog>
  );
}

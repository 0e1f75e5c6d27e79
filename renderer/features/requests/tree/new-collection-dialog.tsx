import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface NewCollectionDialogProps {
  readonly onCreate: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for the name of a new collection; its file is named after it. */
export function NewCollectionDialog({ onCreate, onClose }: NewCollectionDialogProps) {
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = async () => {
    setIsMissing(name.trim() === '');
    if (name.trim() !== '' && (await onCreate(name.trim()))) onClose();
  };
  return (
    <Dialog
      title="New collection"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Create
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={200}
        description="A Postman file of this name in your collections folder."
        errorMessage={isMissing ? 'Give the collection a name.' : undefined}
        autoFocus
      />
    </Dialog>
  );
}

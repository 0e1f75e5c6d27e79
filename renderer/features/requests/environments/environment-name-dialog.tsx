import { useState } from 'react';
import { useCommand } from '../../../bridge/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface EnvironmentNameDialogProps {
  /** The one to rename; without one a new environment is made. */
  readonly environment?: { readonly id: string; readonly name: string };
  readonly onNamed?: (id: string) => void;
  readonly onClose: () => void;
}

/** Names a new environment, or an old one anew. */
export function EnvironmentNameDialog({ environment, onNamed, onClose }: EnvironmentNameDialogProps) {
  const create = useCommand('environments.create');
  const rename = useCommand('environments.rename');
  const [name, setName] = useState(environment?.name ?? '');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const isEmpty = name.trim() === '';
  const error = create.error ?? rename.error;
  const submit = async () => {
    setIsSubmitted(true);
    if (isEmpty) return;
    if (environment === undefined) {
      const created = await create.run({ name });
      if (!created.ok) return;
      onNamed?.(created.value.id);
    } else if (!(await rename.run({ id: environment.id, name })).ok) return;
    onClose();
  };
  return (
    <Dialog
      title={environment === undefined ? 'New environment' : `Rename “${environment.name}”`}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={create.isPending || rename.isPending}>
            {environment === undefined ? 'Create' : 'Rename'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        maxLength={200}
        placeholder="Staging"
        onChange={setName}
        errorMessage={isSubmitted && isEmpty ? 'Type a name.' : undefined}
      />
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}

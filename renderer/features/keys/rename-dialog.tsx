import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { errorBeside, fieldError, keyNameProblem } from './form-errors.ts';

interface RenameDialogProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

export function RenameDialog({ apiKey, onClose }: RenameDialogProps) {
  const rename = useCommand('keys.rename');
  const [name, setName] = useState(apiKey.name);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const problem = keyNameProblem(name);
  const other = errorBeside(rename.error, ['name']);
  const submit = () => {
    setIsSubmitted(true);
    if (problem !== null) return;
    void rename.run({ id: apiKey.id, name }).then((result) => {
      if (result.ok) onClose();
    });
  };
  return (
    <Dialog
      title={`Rename “${apiKey.name}”`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={rename.isPending}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        onChange={(text) => {
          setName(text);
          rename.clearError();
        }}
        onFocus={(event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
        }}
        errorMessage={fieldError(rename.error, 'name') ?? (isSubmitted ? (problem ?? undefined) : undefined)}
      />
      {other !== null && <ErrorNote error={other} />}
    </Dialog>
  );
}

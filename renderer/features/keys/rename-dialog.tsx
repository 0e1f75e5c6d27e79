import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { errorBeside, useFormErrors } from './form-errors.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RenameDialogProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

export function RenameDialog({ apiKey, onClose }: RenameDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const { fieldError, keyNameProblem } = useFormErrors();
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
      title={texts.rename.title(apiKey.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={rename.isPending}>
            {texts.rename.rename}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.common.name}
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

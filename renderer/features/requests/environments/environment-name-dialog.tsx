import { useState } from 'react';
import { useCommand } from '../../../bridge/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { environmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface EnvironmentNameDialogProps {
  /** The one to rename; without one a new environment is made. */
  readonly environment?: { readonly id: string; readonly name: string };
  readonly onNamed?: (id: string) => void;
  readonly onClose: () => void;
}

/** Names a new environment, or an old one anew. */
export function EnvironmentNameDialog({ environment, onNamed, onClose }: EnvironmentNameDialogProps) {
  const texts = useTexts(environmentsTexts);
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
      title={environment === undefined ? texts.name.new : texts.name.rename(environment.name)}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={create.isPending || rename.isPending}>
            {environment === undefined ? texts.name.create : texts.common.rename}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.common.name}
        autoFocus
        value={name}
        maxLength={200}
        placeholder={texts.name.example}
        onChange={setName}
        errorMessage={isSubmitted && isEmpty ? texts.common.typeName : undefined}
      />
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}

import { useState } from 'react';
import type { Environment, EnvironmentRow } from '../../../../shared/domain/environment.ts';
import { bindableOriginSchema } from '../../../../shared/domain/origin.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';

export interface SecretTarget {
  /** `null`: a new variable. */
  readonly name: string | null;
  readonly state: Extract<EnvironmentRow, { kind: 'hidden' }>['state'];
  /** `null`: those that the environment suggests. */
  readonly origins: readonly string[] | null;
}

interface SecretDialogProps {
  readonly environmentId: string;
  readonly target: SecretTarget;
  readonly onDone: (environment: Environment) => void;
  readonly onClose: () => void;
}

const VALUE_HINTS: Readonly<Record<SecretTarget['state'], string>> = {
  absent: 'Sealed with your master key. It is not shown again, and is in no file.',
  lost: 'Sealed with your master key. It is not shown again, and is in no file.',
  kept: 'Leave it empty to keep the sealed value.',
  'in-file': 'Leave it empty to seal the value that stands in the file; it leaves the file.',
};

/** Takes a secret variable's value, once, and where it may go. The field is emptied when the value is sealed. */
export function SecretDialog({ environmentId, target, onDone, onClose }: SecretDialogProps) {
  const environment = useCommandQuery('environments.get', { id: environmentId });
  const setSecretValue = useCommand('environments.setSecret');
  const toast = useToast();
  const suggested = environment.kind === 'loaded' ? environment.value.suggestedOrigins : [];
  const [name, setName] = useState(target.name ?? '');
  const [secret, setSecret] = useState('');
  const [originsText, setOriginsText] = useState((target.origins ?? suggested).join('\n'));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const lines = originsText.split(/\s+/).filter((line) => line !== '');
  const badLine = lines.find((line) => !bindableOriginSchema.safeParse(line).success);
  const needsValue = (target.state === 'absent' || target.state === 'lost') && secret === '';
  const { error } = setSecretValue;
  const originProblem = problemOf(badLine);
  const submit = async () => {
    setIsSubmitted(true);
    if (name.trim() === '' || needsValue || badLine !== undefined) return;
    const value = secret === '' ? null : secret;
    const done = await setSecretValue.run({ id: environmentId, name, secret: value, origins: lines });
    if (!done.ok) return;
    setSecret('');
    onDone(done.value);
    toast.show({ tone: 'good', title: `{{${name.trim()}}} is sealed.` });
    onClose();
  };
  return (
    <Dialog
      title={target.name === null ? 'Add secret variable' : `Secret variable “${target.name}”`}
      size="medium"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={setSecretValue.isPending}>
            Seal
          </Button>
        </>
      }
    >
      {target.name === null && (
        <TextField
          label="Name"
          autoFocus
          isMono
          value={name}
          maxLength={200}
          placeholder="token"
          onChange={setName}
          errorMessage={isSubmitted && name.trim() === '' ? 'Type a name.' : undefined}
        />
      )}
      <TextField
        label="Value"
        type="password"
        autoFocus={target.name !== null}
        isMono
        value={secret}
        maxLength={10_000}
        placeholder={target.state === 'kept' || target.state === 'in-file' ? '••••••••' : ''}
        onChange={setSecret}
        description={VALUE_HINTS[target.state]}
        errorMessage={
          error?.field === 'secret'
            ? `${error.message} ${error.remedy}`
            : isSubmitted && needsValue
              ? 'Type the value.'
              : undefined
        }
      />
      <TextArea
        label="May go to"
        isMono
        rows={3}
        value={originsText}
        placeholder="https://api.example.com"
        onChange={setOriginsText}
        description="One origin a line. The value goes in headers and bodies of requests to these alone, over https or to this computer."
        errorMessage={isSubmitted ? originProblem : undefined}
      />
      {error !== null && error.field !== 'secret' && <ErrorNote error={error} />}
    </Dialog>
  );
}

function problemOf(line: string | undefined): string | undefined {
  if (line === undefined) return undefined;
  const issue = bindableOriginSchema.safeParse(line).error?.issues[0]?.message ?? 'This is no origin';
  return `${line.slice(0, 80)}: ${issue}.`;
}

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
import { environmentsTexts, type EnvironmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useErrorWords, useFieldWords, useTexts } from '../../../language/speech-context.ts';

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

/** Takes a secret variable's value, once, and where it may go. The field is emptied when the value is sealed. */
export function SecretDialog({ environmentId, target, onDone, onClose }: SecretDialogProps) {
  const texts = useTexts(environmentsTexts);
  const wordsOf = useErrorWords();
  const fieldWords = useFieldWords();
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
  const said = error === null ? null : wordsOf(error);
  const originProblem = badLine === undefined ? undefined : problemOf(badLine, texts, fieldWords);
  const submit = async () => {
    setIsSubmitted(true);
    if (name.trim() === '' || needsValue || badLine !== undefined) return;
    const value = secret === '' ? null : secret;
    const done = await setSecretValue.run({ id: environmentId, name, secret: value, origins: lines });
    if (!done.ok) return;
    setSecret('');
    onDone(done.value);
    toast.show({ tone: 'good', title: texts.hidden.sealed(name.trim()) });
    onClose();
  };
  return (
    <Dialog
      title={target.name === null ? texts.editor.addHidden : texts.hidden.title(target.name)}
      size="medium"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={setSecretValue.isPending}>
            {texts.hidden.seal}
          </Button>
        </>
      }
    >
      {target.name === null && (
        <TextField
          label={texts.common.name}
          autoFocus
          isMono
          value={name}
          maxLength={200}
          placeholder={texts.hidden.nameExample}
          onChange={setName}
          errorMessage={isSubmitted && name.trim() === '' ? texts.common.typeName : undefined}
        />
      )}
      <TextField
        label={texts.hidden.value}
        type="password"
        autoFocus={target.name !== null}
        isMono
        value={secret}
        maxLength={10_000}
        placeholder={target.state === 'kept' || target.state === 'in-file' ? '••••••••' : ''}
        onChange={setSecret}
        description={texts.valueHints[target.state]}
        errorMessage={
          error?.field === 'secret' && said !== null
            ? `${said.message} ${said.remedy}`
            : isSubmitted && needsValue
              ? texts.hidden.typeValue
              : undefined
        }
      />
      <TextArea
        label={texts.hidden.mayGoTo}
        isMono
        rows={3}
        value={originsText}
        placeholder="https://api.example.com"
        onChange={setOriginsText}
        description={texts.hidden.originsHint}
        errorMessage={isSubmitted ? originProblem : undefined}
      />
      {error !== null && error.field !== 'secret' && <ErrorNote error={error} />}
    </Dialog>
  );
}

function problemOf(line: string, texts: EnvironmentsTexts, wordsFor: (said: string) => string): string {
  const issue = bindableOriginSchema.safeParse(line).error?.issues[0]?.message ?? texts.hidden.noOrigin;
  return `${line.slice(0, 80)}: ${wordsFor(issue)}.`;
}

import { useState } from 'react';
import { LOCAL_SERVICE_ID, type Service } from '../../../shared/domain/service.ts';
import { appError } from '../../../shared/domain/app-error.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useClock } from '../../ui/use-now.ts';
import { CommandError } from './command-error.tsx';
import { ExpiryField } from './expiry-field.tsx';
import { readExpiry, selectionOfDays, type ExpirySelection } from './expiry-selection.ts';
import { errorBeside, useFormErrors } from './form-errors.ts';
import type { KeyDialog } from './key-dialog.ts';
import { PostmanNote } from './postman-note.tsx';
import { generationNote } from './service-kind-note.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface GenerateDialogProps {
  readonly services: readonly Service[];
  readonly onClose: () => void;
  readonly onChange: (dialog: KeyDialog) => void;
}

/** Asks for name, service and expiry, and generates; the reveal follows. */
export function GenerateDialog({ services, onClose, onChange }: GenerateDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const form = useGenerateForm(services, (apiKey) => {
    onChange({ kind: 'reveal', apiKey });
  });
  const { service, generate } = form;
  const isPostman = service?.kind === 'postman';
  const addExisting = () => {
    onChange({ kind: 'add', serviceId: service?.id ?? null });
  };
  return (
    <Dialog
      title={texts.generate.title}
      onClose={onClose}
      onSubmit={isPostman ? addExisting : form.submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            isPending={generate.isPending}
            isDisabled={!isPostman && !form.mayGenerate}
          >
            {isPostman ? texts.generate.addExisting : texts.generate.title}
          </Button>
        </>
      }
    >
      {!isPostman && (
        <TextField
          label={texts.common.name}
          autoFocus
          value={form.name}
          onChange={form.setName}
          placeholder={texts.generate.purpose}
          errorMessage={form.nameError}
        />
      )}
      <Select
        label={texts.common.service}
        options={services.map(({ id, name }) => ({ id, label: name }))}
        value={service?.id ?? null}
        onChange={form.setServiceId}
        {...(service === undefined ? {} : { description: generationNote(service, texts) })}
      />
      {isPostman ? (
        <PostmanNote purpose="make" />
      ) : (
        <ExpiryField
          selection={form.expiry}
          onChange={form.setExpiry}
          showsErrors={form.isSubmitted}
          extraDays={form.defaultDays}
          policies={form.policies}
        />
      )}
      {!form.mayGenerate && <ErrorNote error={appError('generation-not-allowed')} />}
      <CommandError error={errorBeside(generate.error, ['name'])} onResolved={form.submit} />
    </Dialog>
  );
}

function useGenerateForm(
  services: readonly Service[],
  onGenerated: (apiKey: Extract<KeyDialog, { kind: 'reveal' }>['apiKey']) => void,
) {
  const texts = useTexts(keyDialogsTexts);
  const { fieldError, keyNameProblem } = useFormErrors();
  const policy = useCommandQuery('policy.get', {});
  const policies = policy.kind === 'loaded' ? policy.value : NO_POLICIES;
  const defaultDays = policies.team.isUserPolicyAllowed ? policies.user.defaultLifetimeDays : null;
  const generate = useCommand('keys.generate');
  const clock = useClock();
  const [name, setName] = useState('');
  const [chosenServiceId, setServiceId] = useState<string | null>(null);
  const [chosenExpiry, setExpiry] = useState<ExpirySelection | null>(null);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const service = services.find(({ id }) => id === (chosenServiceId ?? LOCAL_SERVICE_ID)) ?? services[0];
  const expiry = chosenExpiry ?? selectionOfDays(defaultDays);
  const problem = keyNameProblem(name);
  const submit = () => {
    setIsSubmitted(true);
    const reading = readExpiry(expiry, clock(), texts);
    if (problem !== null || reading.kind === 'incomplete' || service === undefined) return;
    void generate.run({ name, serviceId: service.id, expiry: reading.choice }).then((result) => {
      if (result.ok) onGenerated(result.value);
    });
  };
  return {
    name,
    setName: (text: string) => {
      setName(text);
      generate.clearError();
    },
    nameError: fieldError(generate.error, 'name') ?? (isSubmitted ? (problem ?? undefined) : undefined),
    service,
    setServiceId,
    expiry,
    setExpiry,
    defaultDays,
    policies,
    mayGenerate: policy.kind !== 'loaded' || policy.value.mayGenerate,
    isSubmitted,
    generate,
    submit,
  };
}

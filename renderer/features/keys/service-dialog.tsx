import { useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { errorBeside, fieldError } from './form-errors.ts';
import {
  draftOf,
  emptyServiceForm,
  formOfService,
  originsText,
  serviceFormErrors,
  type ServiceForm,
} from './service-form.ts';

interface ServiceDialogProps {
  /** The service to change; `null` to add one. */
  readonly service: Service | null;
  readonly onClose: () => void;
}

const FIELDS = ['name', 'baseUrl', 'headerName', 'origins'] as const;

/** Names an API that takes keys: where it is, the header it reads, and the only origins its keys may go to. */
export function ServiceDialog({ service, onClose }: ServiceDialogProps) {
  const { form, change, messageOf, submit, isPending, otherError } = useServiceForm(service, onClose);
  return (
    <Dialog
      title={service === null ? 'Add service' : `Edit “${service.name}”`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={isPending}>
            {service === null ? 'Add service' : 'Save'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={form.name}
        onChange={(name) => {
          change({ name });
        }}
        errorMessage={messageOf('name')}
      />
      <TextField
        label="Base URL"
        isMono
        value={form.baseUrl}
        onChange={(baseUrl) => {
          change({ baseUrl });
        }}
        placeholder="https://api.example.com/v1"
        errorMessage={messageOf('baseUrl')}
      />
      <TextField
        label="Header"
        isMono
        value={form.headerName}
        onChange={(headerName) => {
          change({ headerName });
        }}
        description="The request header that the key goes into."
        errorMessage={messageOf('headerName')}
      />
      <TextArea
        label="Origins"
        isMono
        rows={2}
        value={originsText(form)}
        onChange={(origins) => {
          change({ origins });
        }}
        placeholder="https://api.example.com"
        description="Its keys go to these and nowhere else, also after a redirect. One a line: scheme, host and port."
        errorMessage={messageOf('origins')}
      />
      {otherError !== null && <ErrorNote error={otherError} />}
    </Dialog>
  );
}

function useServiceForm(service: Service | null, onSaved: () => void) {
  const create = useCommand('services.create');
  const update = useCommand('services.update');
  const [form, setForm] = useState<ServiceForm>(() =>
    service === null ? emptyServiceForm() : formOfService(service),
  );
  const [isSubmitted, setIsSubmitted] = useState(false);
  const error = create.error ?? update.error;
  const errors = serviceFormErrors(form);
  const submit = () => {
    setIsSubmitted(true);
    if (Object.keys(errors).length > 0) return;
    const draft = draftOf(form);
    const saved = service === null ? create.run(draft) : update.run({ id: service.id, draft });
    void saved.then((result) => {
      if (result.ok) onSaved();
    });
  };
  return {
    form,
    change: (patch: Partial<ServiceForm>) => {
      setForm((current) => ({ ...current, ...patch }));
      create.clearError();
      update.clearError();
    },
    messageOf: (field: (typeof FIELDS)[number]) =>
      fieldError(error, field) ??
      fieldError(error, `draft.${field}`) ??
      (isSubmitted ? errors[field] : undefined),
    submit,
    isPending: create.isPending || update.isPending,
    otherError: errorBeside(error, [...FIELDS, ...FIELDS.map((field) => `draft.${field}`)]),
  };
}

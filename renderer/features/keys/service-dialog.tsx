import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { originsText } from './service-form.ts';
import { useServiceForm } from './use-service-form.ts';

interface ServiceDialogProps {
  /** The service to change; `null` to add one. */
  readonly service: Service | null;
  readonly onClose: () => void;
}

/** Names an API that takes keys: where it is, the header it reads, and the only origins its keys may go to. */
export function ServiceDialog({ service, onClose }: ServiceDialogProps) {
  const { form, field, change, messageOf, submit, isPending, otherError } = useServiceForm(service, onClose);
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
      <TextField label="Name" autoFocus {...field('name')} />
      <TextField label="Base URL" isMono placeholder="https://api.example.com/v1" {...field('baseUrl')} />
      <TextField
        label="Header"
        isMono
        description="The request header that the key goes into."
        {...field('headerName')}
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
      <TextField
        label="Check URL (optional)"
        isMono
        placeholder="https://api.example.com/v1/me"
        description="At one of the origins. A GET with the key tells whether it is accepted: 2xx yes, 401 no."
        {...field('checkUrl')}
      />
      <TextField
        label="Keys start with (optional)"
        isMono
        placeholder="wx_"
        description="Recognises a pasted key as one of this service."
        {...field('keyPrefix')}
      />
      {otherError !== null && <ErrorNote error={otherError} />}
    </Dialog>
  );
}

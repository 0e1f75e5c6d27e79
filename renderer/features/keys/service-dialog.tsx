import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { originsText } from './service-form.ts';
import { useServiceForm } from './use-service-form.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ServiceDialogProps {
  /** The service to change; `null` to add one. */
  readonly service: Service | null;
  readonly onClose: () => void;
}

/** Names an API that takes keys: where it is, the header it reads, and the only origins its keys may go to. */
export function ServiceDialog({ service, onClose }: ServiceDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const { form, field, change, messageOf, submit, isPending, otherError } = useServiceForm(service, onClose);
  return (
    <Dialog
      title={service === null ? texts.service.add : texts.service.edit(service.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={isPending}>
            {service === null ? texts.service.add : texts.common.save}
          </Button>
        </>
      }
    >
      <TextField label={texts.common.name} autoFocus {...field('name')} />
      <TextField
        label={texts.service.baseUrl}
        isMono
        placeholder="https://api.example.com/v1"
        {...field('baseUrl')}
      />
      <TextField
        label={texts.service.header}
        isMono
        description={texts.service.headerHint}
        {...field('headerName')}
      />
      <TextArea
        label={texts.service.origins}
        isMono
        rows={2}
        value={originsText(form)}
        onChange={(origins) => {
          change({ origins });
        }}
        placeholder="https://api.example.com"
        description={texts.service.originsHint}
        errorMessage={messageOf('origins')}
      />
      <TextField
        label={texts.service.checkUrl}
        isMono
        placeholder="https://api.example.com/v1/me"
        description={texts.service.checkUrlHint}
        {...field('checkUrl')}
      />
      <TextField
        label={texts.service.prefix}
        isMono
        placeholder="wx_"
        description={texts.service.prefixHint}
        {...field('keyPrefix')}
      />
      {otherError !== null && <ErrorNote error={otherError} />}
    </Dialog>
  );
}

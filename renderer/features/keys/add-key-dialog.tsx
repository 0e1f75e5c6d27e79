import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandError } from './command-error.tsx';
import { ExpiryField } from './expiry-field.tsx';
import { errorBeside } from './form-errors.ts';
import { PasteField } from './paste-field.tsx';
import { PostmanNote } from './postman-note.tsx';
import { StagedCheckNote } from './staged-check-note.tsx';
import { useAddKeyForm } from './use-add-key-form.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface AddKeyDialogProps {
  readonly services: readonly Service[];
  readonly initialServiceId: string | null;
  /** The variable of the environment to begin with; `null` for none. */
  readonly variable: string | null;
  readonly onClose: () => void;
}

/** Keeps a key from elsewhere. The main process takes it from the clipboard; its value never comes into the window. */
export function AddKeyDialog({ services, initialServiceId, variable, onClose }: AddKeyDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const form = useAddKeyForm({ services, initialServiceId, variable, onAdded: onClose });
  return (
    <Dialog
      title={texts.addKey.title}
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={form.add.isPending || form.isVerifying}>
            {form.needsCheck ? texts.common.verify : texts.common.save}
          </Button>
        </>
      }
    >
      <PasteField
        staged={form.staged}
        recognised={form.recognised}
        isPending={form.stage.isPending}
        error={form.stage.error}
        isMissing={form.isSubmitted && form.staged === null}
        onPaste={form.paste}
      />
      <TextField
        label={texts.common.name}
        value={form.name}
        onChange={form.setName}
        placeholder={texts.common.purpose}
        errorMessage={form.nameError}
      />
      <Select
        label={texts.common.service}
        options={form.services.map(({ id, name }) => ({ id, label: name }))}
        value={form.service?.id ?? null}
        onChange={form.setServiceId}
        {...(form.service === undefined
          ? {}
          : { description: texts.addKey.goesTo(form.service.origins.join(', ')) })}
        errorMessage={form.isSubmitted && form.service === undefined ? texts.addKey.chooseService : undefined}
      />
      {form.service?.kind === 'postman' && form.staged === null && <PostmanNote purpose="make" />}
      <ExpiryField
        selection={form.expiry}
        onChange={form.setExpiry}
        showsErrors={form.isSubmitted}
        policies={form.policies}
        note={texts.addKey.stopsThen}
      />
      {form.staged !== null && form.service !== undefined && (
        <StagedCheckNote
          service={form.service}
          state={form.checkState}
          isKeeping={form.add.isPending}
          onKeepUnverified={form.keepUnverified}
        />
      )}
      <CommandError error={errorBeside(form.error, ['name'])} onResolved={form.submit} />
    </Dialog>
  );
}

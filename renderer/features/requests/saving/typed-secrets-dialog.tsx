import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { AppError } from '../../../../shared/domain/app-error.ts';
import { isInAddress, mayBeVariable, type TypedSecret } from './typed-secrets.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface TypedSecretsDialogProps {
  /** Whose file they would stand in. */
  readonly of: 'request' | 'collection';
  readonly secrets: readonly TypedSecret[];
  /** What else there is to know before they are sealed. */
  readonly note?: string;
  readonly isPending: boolean;
  readonly error: AppError | null;
  /** Seals those that may be variables. */
  readonly onSeal: (secrets: readonly TypedSecret[]) => void;
  readonly onSavePlain: () => void;
  readonly onClose: () => void;
}

/** Asks before a value that looks like a secret is written to a file that others may read. */
export function TypedSecretsDialog(props: TypedSecretsDialogProps) {
  const texts = useTexts(collectionsTexts);
  const { of, secrets, note = '', isPending, error, onSeal, onSavePlain, onClose } = props;
  const environments = useCommandQuery('environments.list', {});
  const places = [...new Set(secrets.map(({ place, name }) => texts.typed.places[place](name)))];
  const sealable = secrets.filter(mayBeVariable);
  const known = environments.kind === 'loaded' ? environments.value : null;
  const usedId = known?.activeId ?? known?.typedValuesId ?? null;
  const used = known?.environments.find(({ id }) => id === usedId)?.name ?? null;
  return (
    <Dialog
      role="alertdialog"
      title={texts.typed.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus={sealable.length === 0}>
            {texts.common.cancel}
          </Button>
          <Button onPress={onSavePlain}>{texts.typed.plain}</Button>
          {sealable.length > 0 && (
            <Button
              variant="primary"
              autoFocus
              isPending={isPending}
              onPress={() => {
                onSeal(sealable);
              }}
            >
              {texts.typed.keep(sealable.length)}
            </Button>
          )}
        </>
      }
    >
      <p>{texts.typed.text(of, places)}</p>
      {sealable.length > 0 && <p>{texts.typed.sealed(used, { isInUse: known?.activeId === usedId })}</p>}
      {note !== '' && <p>{note}</p>}
      {secrets.some(isInAddress) && <p>{texts.typed.noAddress}</p>}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}

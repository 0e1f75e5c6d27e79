import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import type { OpenRequest } from '../open-request.ts';
import { mayBeVariable, type TypedSecret } from './typed-secrets.ts';
import { useKeepTyped } from './use-keep-typed.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface TypedSecretsDialogProps {
  readonly request: OpenRequest;
  readonly secrets: readonly TypedSecret[];
  /** With templates in the place of what was sealed. */
  readonly onKept: (draft: RequestDraft) => void;
  readonly onSavePlain: () => void;
  readonly onClose: () => void;
}

/** Asks before a value that looks like a secret is written to a file that others may read. */
export function TypedSecretsDialog(props: TypedSecretsDialogProps) {
  const texts = useTexts(collectionsTexts);
  const { request, secrets, onKept, onSavePlain, onClose } = props;
  const environments = useCommandQuery('environments.list', {});
  const keep = useKeepTyped(texts.typed.environment);
  const places = [...new Set(secrets.map(({ place, name }) => texts.typed.places[place](name)))];
  const sealable = secrets.filter(mayBeVariable);
  const active =
    environments.kind === 'loaded'
      ? environments.value.environments.find(({ id }) => id === environments.value.activeId)
      : undefined;
  const seal = async () => {
    const draft = await keep.run(request, sealable);
    if (draft !== null) onKept(draft);
  };
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
            <Button variant="primary" autoFocus isPending={keep.isPending} onPress={() => void seal()}>
              {texts.typed.keep(sealable.length)}
            </Button>
          )}
        </>
      }
    >
      <p>{texts.typed.text(places)}</p>
      {sealable.length > 0 && <p>{texts.typed.sealed(active?.name ?? null)}</p>}
      {sealable.length < secrets.length && <p>{texts.typed.noAddress}</p>}
      {keep.error !== null && <ErrorNote error={keep.error} />}
    </Dialog>
  );
}

import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import type { OpenRequest } from '../open-request.ts';
import { mayBeVariable, type TypedSecret } from './typed-secrets.ts';
import { useKeepTyped } from './use-keep-typed.ts';

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
  const { request, secrets, onKept, onSavePlain, onClose } = props;
  const environments = useCommandQuery('environments.list', {});
  const keep = useKeepTyped();
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
      title="Save a secret to the file?"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus={sealable.length === 0}>
            Cancel
          </Button>
          <Button onPress={onSavePlain}>Save as plain text</Button>
          {sealable.length > 0 && (
            <Button variant="primary" autoFocus isPending={keep.isPending} onPress={() => void seal()}>
              {sealable.length === 1 ? 'Keep as a secret variable' : 'Keep as secret variables'}
            </Button>
          )}
        </>
      }
    >
      <p>
        The request’s file is plain text, for whoever reads the folder or its repository. A value that looks
        like a secret was typed into {list(secrets)}.
      </p>
      {sealable.length > 0 && (
        <p>
          As a secret variable it is sealed
          {active === undefined
            ? ' in a new environment “Secrets”, which requests then use'
            : ` in the environment “${active.name}”`}
          , and the file says its name alone.
        </p>
      )}
      {sealable.length < secrets.length && (
        <p>
          Nothing in an address can be a secret variable: servers and proxies write addresses down. A header
          can.
        </p>
      )}
      {keep.error !== null && <ErrorNote error={keep.error} />}
    </Dialog>
  );
}

function list(secrets: readonly TypedSecret[]): string {
  const places = [...new Set(secrets.map(({ place, name }) => `the ${place} ${name}`))];
  const last = places.pop() ?? '';
  return places.length === 0 ? last : `${places.join(', ')} and ${last}`;
}

import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';
import type { OpenRequest } from '../open-request.ts';
import { TypedSecretsDialog } from './typed-secrets-dialog.tsx';
import type { TypedSecret } from './typed-secrets.ts';
import { useKeepTyped } from './use-keep-typed.ts';

interface TypedInRequestProps {
  readonly request: OpenRequest;
  readonly secrets: readonly TypedSecret[];
  /** With templates in the place of what was sealed. */
  readonly onKept: (draft: RequestDraft) => void;
  readonly onSavePlain: () => void;
  readonly onClose: () => void;
}

/** The question about secrets that were typed into a request. */
export function TypedInRequest({ request, secrets, onKept, onSavePlain, onClose }: TypedInRequestProps) {
  const keep = useKeepTyped(useTexts(collectionsTexts).typed.environment);
  return (
    <TypedSecretsDialog
      of="request"
      secrets={secrets}
      isPending={keep.isPending}
      error={keep.error}
      onSeal={(sealable) => {
        void keep.inRequest(request, sealable).then((draft) => {
          if (draft !== null) onKept(draft);
        });
      }}
      onSavePlain={onSavePlain}
      onClose={onClose}
    />
  );
}

import { CircleCheck } from 'lucide-react';
import type { Service } from '../../../shared/domain/service.ts';
import { isVerifiable } from '../../../shared/domain/service.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { AccountText } from './account-text.tsx';
import styles from './staged-check-note.module.css';
import type { StagedCheckState } from './use-staged-check.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface StagedCheckNoteProps {
  readonly service: Service;
  readonly state: StagedCheckState;
  readonly isKeeping: boolean;
  readonly onKeepUnverified: () => void;
}

/** What the service says of the pasted key; and, only where it could not be asked, the way to keep it all the same. */
export function StagedCheckNote({ service, state, isKeeping, onKeepUnverified }: StagedCheckNoteProps) {
  const texts = useTexts(keyDialogsTexts);
  switch (state.kind) {
    case 'unknown':
      return <p className={styles.hint}>{whatVerifyingMeans(service, texts)}</p>;
    case 'accepted':
      return (
        <div ref={showIt} className={styles.accepted} role="status">
          <p className={styles.title}>
            <CircleCheck aria-hidden="true" />
            {service.name} {texts.stagedCheckNote.accepts}
          </p>
          <AccountText account={state.account} />
        </div>
      );
    case 'failed':
      return (
        <div ref={showIt}>
          <ErrorNote
            error={state.error}
            actions={
              state.error.code === 'key-not-verified' && (
                <Button size="small" isPending={isKeeping} onPress={onKeepUnverified}>
                  {texts.stagedCheckNote.keepAnyway}
                </Button>
              )
            }
          />
        </div>
      );
    default:
      return assertNever(state);
  }
}

/** In a low window the answer would come below what is seen of the dialog. */
function showIt(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'nearest' });
}

function whatVerifyingMeans(service: Service, texts: KeyDialogsTexts): string {
  if (!isVerifiable(service)) {
    return texts.stagedCheckNote.noCheckUrl(service.name);
  }
  const call = service.kind === 'custom' ? `GET ${service.checkUrl ?? ''}` : 'GET /me';
  const cost = service.kind === 'postman' ? texts.stagedCheckNote.quota : '';
  return texts.stagedCheckNote.meaning(call, service.name, cost);
}

import type { Result } from '../../shared/domain/app-error.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import { describeBug } from './describe-bug.ts';
import type { Speaker } from './speaker.ts';

export interface CopyFromTrayParts {
  readonly copier: { readonly copy: (id: string, from: 'tray') => Promise<Result<unknown>> };
  readonly notifier: Notifier;
  readonly logger: Logger;
  readonly speaker: Speaker;
}

/** Copies a key; the copier tells of success. Why it was refused is said as well: the tray has no window to say it in. Never rejects. */
export async function copyFromTray(
  { copier, notifier, logger, speaker }: CopyFromTrayParts,
  apiKeyId: string,
): Promise<void> {
  const { notCopied, openToSeeWhy } = speaker.texts();
  try {
    const copied = await copier.copy(apiKeyId, 'tray');
    if (copied.ok) return;
    const { message, remedy } = speaker.speech().wordsOf(copied.error);
    notifier.show({ title: notCopied, body: `${message} ${remedy}`.trim() });
  } catch (error) {
    logger.error('Copying from the tray failed', { bug: describeBug(error) });
    notifier.show({ title: notCopied, body: openToSeeWhy });
  }
}

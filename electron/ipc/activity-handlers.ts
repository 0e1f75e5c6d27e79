import type { ActivityLog } from '../keys/activity-log.ts';
import type { TextCopier } from '../keys/copy-text.ts';
import type { Handlers } from './handlers.ts';

export interface ActivityHandlerParts {
  readonly activityLog: ActivityLog;
  readonly textCopier: TextCopier;
}

export function activityHandlers({ activityLog, textCopier }: ActivityHandlerParts) {
  return {
    'activity.list': (input) => activityLog.list(input),
    'activity.export': (input) => activityLog.export(input),
    'clipboard.copyText': ({ text }) => textCopier.copy(text),
  } satisfies Partial<Handlers>;
}

import type { Notification, NotificationChoice } from '../ports/notifier.ts';
import { regenerateKey, showKey, type Destination } from './navigation.ts';
import type { Speaker } from './speaker.ts';

interface ReminderAnswerParts {
  readonly speaker: Pick<Speaker, 'texts'>;
  readonly goTo: (destination: Destination) => void;
  readonly snooze: (apiKeyId: string) => void;
}

export type ReminderAnswers = (apiKeyId: string) => Pick<Notification, 'onClick' | 'choices'>;

/** What can be answered to a reminder. Each opens a screen or puts it off: nothing is done to a key from a notification. */
export function reminderAnswers({ speaker, goTo, snooze }: ReminderAnswerParts): ReminderAnswers {
  return (apiKeyId) => {
    const { reminder: texts } = speaker.texts();
    const open = (): void => {
      goTo(showKey(apiKeyId));
    };
    const choices: readonly NotificationChoice[] = [
      { label: texts.open, choose: open },
      {
        label: texts.regenerate,
        choose: () => {
          goTo(regenerateKey(apiKeyId));
        },
      },
      {
        label: texts.snooze,
        choose: () => {
          snooze(apiKeyId);
        },
      },
    ];
    return { onClick: open, choices };
  };
}

import type { App } from 'electron';
import { snoozeReminder, watchReminders, type RemindersOptions } from '../keys/reminders.ts';
import { followAttention, type AttentionBadgeParts } from './attention-badge.ts';
import type { Icons } from './icons.ts';
import type { Navigation } from './navigation.ts';
import { reminderAnswers } from './reminder-answers.ts';
import { createBadge } from './show-badge.ts';
import type { Speaker } from './speaker.ts';
import type { MainWindow } from './window.ts';

export interface AttentionParts
  extends Omit<RemindersOptions, 'answersOf'>, Pick<AttentionBadgeParts, 'keys' | 'publisher'> {
  readonly app: Pick<App, 'setBadgeCount' | 'on'>;
  readonly icons: Icons;
  readonly window: Pick<MainWindow, 'current'>;
  readonly speaker: Speaker;
  readonly goTo: Navigation['goTo'];
}

/** Reminds of keys that end, and counts them on the dock and the taskbar. Returns the ways to stop. */
export function composeAttention(parts: AttentionParts) {
  const { app, icons, window, speaker, goTo } = parts;
  const snooze = (apiKeyId: string): void => {
    snoozeReminder(parts, apiKeyId);
  };
  const show = createBadge({
    ...{ app, platform: process.platform, window: window.current, overlay: icons.overlay },
    description: (count) => speaker.texts().notice.endSoon(count),
  });
  return [
    {
      name: 'reminders',
      run: watchReminders({ ...parts, answersOf: reminderAnswers({ speaker, goTo, snooze }) }),
    },
    { name: 'badge', run: followAttention({ ...parts, show }) },
  ];
}

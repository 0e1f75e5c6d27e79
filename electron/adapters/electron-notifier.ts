import { Notification } from 'electron';
import type { Notifier } from '../ports/notifier.ts';

/** Silent: a copied key needs no sound. Where the desktop shows no notifications nothing is shown. */
export function electronNotifier(): Notifier {
  // One that is collected while it is shown loses its events, and on some desktops vanishes.
  const shown = new Set<Notification>();
  return {
    show({ title, body, onClick, choices = [] }) {
      if (!Notification.isSupported()) return;
      const actions = choices.map(({ label: text }) => ({ type: 'button' as const, text }));
      const notification = new Notification({ title, body, silent: true, actions });
      // Whichever comes first: some systems tell of a click besides the button.
      const answer = (act: (() => void) | undefined): void => {
        if (!shown.delete(notification)) return;
        act?.();
      };
      notification.on('close', () => {
        answer(undefined);
      });
      notification.on('failed', () => {
        answer(undefined);
      });
      notification.on('click', () => {
        answer(onClick);
      });
      notification.on('action', ({ actionIndex }) => {
        answer(choices[actionIndex]?.choose);
      });
      shown.add(notification);
      notification.show();
    },
  };
}

import { Notification } from 'electron';
import type { Notifier } from '../ports/notifier.ts';

/** Silent: a copied key needs no sound. Where the desktop shows no notifications nothing is shown. */
export function electronNotifier(): Notifier {
  // One that is collected while it is shown loses its events, and on some desktops vanishes.
  const shown = new Set<Notification>();
  return {
    show({ title, body }) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body, silent: true });
      const forget = (): void => void shown.delete(notification);
      notification.on('close', forget);
      notification.on('click', forget);
      notification.on('failed', forget);
      shown.add(notification);
      notification.show();
    },
  };
}

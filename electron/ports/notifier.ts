/** A notification of the operating system. Texts hold names and last four characters at most. */
export interface Notification {
  readonly title: string;
  readonly body: string;
  /** What a click on it does. Called once at most, and never after a choice was made. */
  readonly onClick?: () => void;
  /** Buttons, where the system shows them. One of them is chosen at most. */
  readonly choices?: readonly NotificationChoice[];
}

export interface NotificationChoice {
  readonly label: string;
  readonly choose: () => void;
}

export interface Notifier {
  show(notification: Notification): void;
}

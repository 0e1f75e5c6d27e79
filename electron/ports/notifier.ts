/** A notification of the operating system. Texts hold names and last four characters at most. */
export interface Notifier {
  show(notification: { readonly title: string; readonly body: string }): void;
}

/** Whether the system starts Keyfob when the person logs in, hidden. */
export interface LoginItem {
  isOn(): boolean;
  /** Throws `LoginItemError` when the system refuses. */
  set(isOn: boolean): void;
}

/** Maps to the error code `login-item-refused`. */
export class LoginItemError extends Error {
  override readonly name = 'LoginItemError';
}

/** The system's question whether the person is there. */
export interface TouchId {
  /** Whether this system has such a question at all. What was chosen counts there alone. */
  readonly isKnown: boolean;
  /** Whether a finger can be read now: not with a closed lid, and not before one is enrolled. */
  canAsk(): boolean;
  /**
   * Whether the person answered it; the computer's password counts too. False also when they cancelled. Waits for as long as they
   * like, and never rejects. `reason` ends the system's “Keyfob is trying to …”.
   */
  ask(reason: string): Promise<boolean>;
}

/** Keys that work while another program has the focus. */
export interface GlobalShortcuts {
  /** False when another program or the system has them, or none may be taken. */
  register(accelerator: string, onPressed: () => void): boolean;
  unregister(accelerator: string): void;
}

/** Shows a file where it lies, in the system's file manager. Opens nothing. */
export interface FileRevealer {
  showInFolder(path: string): void;
}

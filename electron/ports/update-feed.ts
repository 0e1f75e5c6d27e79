import type { AppErrorCode } from '../../shared/domain/app-error.ts';

export type UpdateSupport = 'supported' | 'self-built' | 'by-hand';

/** What the host says; texts are its own. */
export interface PublishedUpdate {
  readonly version: string;
  readonly notes: string;
}

export interface UpdateDownload {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Where newer versions come from. Only `look` and `download` reach out. */
export interface UpdateFeed {
  /** Whether this copy can be replaced at all; asks nobody. */
  support(): UpdateSupport;
  /** Asks the host; `null` when it has nothing newer for this copy. Rejects with `UpdateFailure`. */
  look(): Promise<PublishedUpdate | null>;
  /** Fetches what was found last, and checks it. Rejects with `UpdateFailure`, or with the signal's reason. */
  download(download: UpdateDownload): Promise<void>;
  /** What was downloaded is not installed when Keyfob quits. */
  discard(): void;
  /** Installs what was downloaded and starts it. To be called when everything else is closed. */
  install(): void;
}

/** Why it did not work, as what the person can do about it. */
export class UpdateFailure extends Error {
  override readonly name = 'UpdateFailure';
  readonly code: Extract<AppErrorCode, `update-${string}`>;

  constructor(code: UpdateFailure['code'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

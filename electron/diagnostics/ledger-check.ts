/** What is read through: SQLite's own checks of the ledger, where one is open, and of each backup. */
export interface LedgerCheckJob {
  readonly ledger: string | null;
  readonly backups: readonly string[];
  /** The newest format that this Keyfob knows. */
  readonly newestVersion: number;
}

/** One file that was read through. */
export type LedgerCheckReport =
  | { readonly kind: 'ledger'; readonly isWhole: boolean }
  | { readonly kind: 'backup'; readonly isGood: boolean };

/** Reads through what may be hundreds of megabytes, beside the main process. */
export interface LedgerChecker {
  /** Resolves with every report, each of which is told when it is there. Rejects when the check itself broke off. */
  check(
    job: LedgerCheckJob,
    onReport: (report: LedgerCheckReport) => void,
  ): Promise<readonly LedgerCheckReport[]>;
}

import type { FilteredJson } from '../../shared/domain/filtered-json.ts';

/** Everything that a filter needs to know, as plain data. */
export interface JsonFilterJob {
  /** The body, masked. Given away: its memory may be handed over. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly path: string;
}

/** Looks through bodies beside the main process. */
export interface JsonFilterRunner {
  /** Calls `onEnd` once; `failed` for a bug. After `end` it is not called. */
  run(job: JsonFilterJob, onEnd: (result: FilteredJson | 'failed') => void): { end(): void };
}

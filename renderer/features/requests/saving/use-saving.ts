import { useState } from 'react';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { failed, type AppError } from '../../../../shared/domain/app-error.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { OpenedRequest } from '../../../../shared/domain/collection.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { isBuiltIn, isEdited, type OpenRequest } from '../open-request.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { Workbench } from '../workbench.ts';

/** What is asked before a request is saved or closed. */
export type SavingQuestion =
  /** `closing`: what is closed once it is saved. */
  | {
      readonly kind: 'save-as';
      readonly key: string;
      readonly reason: SaveAsReason;
      readonly closing: readonly string[];
    }
  | { readonly kind: 'changed-on-disk'; readonly key: string; readonly closing: readonly string[] }
  /** The first of them is asked about; it has changes that are saved nowhere. */
  | { readonly kind: 'close'; readonly keys: readonly string[] };

/** Why a place is asked for. */
export type SaveAsReason = 'chosen' | 'new' | 'built-in' | 'gone';

export interface Saving {
  readonly question: SavingQuestion | null;
  /** Saves in its file, or asks where to. */
  readonly save: (key: string) => void;
  readonly saveAs: (key: string) => void;
  /** Closes tabs, and asks about each that is not saved. */
  readonly close: (keys: readonly string[]) => void;
  /** The answers to the question. */
  readonly saveAndClose: () => void;
  readonly closeUnsaved: () => void;
  readonly askOnDisk: (key: string) => void;
  readonly cancel: () => void;
  /** Goes on with closing, after a request was saved. */
  readonly done: (closing: readonly string[]) => void;
}

interface SavingParts {
  readonly bridge: Bridge;
  readonly workbench: Workbench;
  readonly ask: (question: SavingQuestion | null) => void;
  readonly showError: (error: AppError) => void;
}

/** Saving and closing open requests, one question at a time. */
export function useSaving(): Saving {
  const workbench = useWorkbench();
  const bridge = useBridge();
  const { showError } = useToast();
  const [question, ask] = useState<SavingQuestion | null>(null);
  const parts = { bridge, workbench, ask, showError };
  const close = (keys: readonly string[]): void => {
    closeTabs(parts, keys);
  };
  return {
    question,
    save: (key) => {
      const request = findTab(workbench, key);
      if (request === undefined) return;
      workbench.keep(key);
      // What is as its file has it needs no writing.
      if (isEdited(request) || request.source.kind === 'scratch' || isBuiltIn(request))
        void write(parts, request, []);
    },
    saveAs: (key) => {
      ask({ kind: 'save-as', key, reason: 'chosen', closing: [] });
    },
    close,
    saveAndClose: () => {
      if (question?.kind !== 'close') return;
      const request = findTab(workbench, question.keys[0] ?? '');
      if (request !== undefined) void write(parts, request, question.keys);
    },
    closeUnsaved: () => {
      if (question?.kind !== 'close') return;
      workbench.close(question.keys.slice(0, 1));
      close(question.keys.slice(1));
    },
    askOnDisk: (key) => {
      ask({ kind: 'changed-on-disk', key, closing: [] });
    },
    cancel: () => {
      ask(null);
    },
    done: close,
  };
}

function findTab(workbench: Workbench, key: string): OpenRequest | undefined {
  return workbench.getState().tabs.find((tab) => tab.key === key);
}

/** Closes what is saved, and asks about the first that is not. */
function closeTabs({ workbench, ask }: SavingParts, keys: readonly string[]): void {
  const unsaved = keys.filter((key) => {
    const request = findTab(workbench, key);
    return request !== undefined && isEdited(request);
  });
  const saved = keys.filter((key) => !unsaved.includes(key));
  if (saved.length > 0) workbench.close(saved);
  const [first] = unsaved;
  if (first !== undefined) workbench.show(first);
  ask(first === undefined ? null : { kind: 'close', keys: unsaved });
}

/** Saves one, or asks what saving it needs; then goes on with closing. */
async function write(parts: SavingParts, request: OpenRequest, closing: readonly string[]): Promise<void> {
  const { bridge, workbench, ask, showError } = parts;
  const { key, draft } = request;
  ask(null);
  const outcome = await saveInFile(bridge, request);
  switch (outcome.kind) {
    case 'saved':
      workbench.markSaved(key, draft, outcome.saved);
      closeTabs(parts, closing);
      break;
    case 'failed':
      showError(outcome.error);
      break;
    case 'changed-on-disk':
      ask({ kind: 'changed-on-disk', key, closing });
      break;
    case 'needs-place':
      ask({ kind: 'save-as', key, reason: outcome.reason, closing });
      break;
    default:
      assertNever(outcome);
  }
}

type Saved =
  | { readonly kind: 'saved'; readonly saved: OpenedRequest }
  | { readonly kind: 'changed-on-disk' }
  | { readonly kind: 'needs-place'; readonly reason: SaveAsReason }
  | { readonly kind: 'failed'; readonly error: AppError };

async function saveInFile(bridge: Bridge, request: OpenRequest): Promise<Saved> {
  const { source, draft, revision } = request;
  if (source.kind === 'scratch') return { kind: 'needs-place', reason: 'new' };
  if (isBuiltIn(request)) return { kind: 'needs-place', reason: 'built-in' };
  const { collectionId, requestId: itemId } = source;
  const saved = await bridge
    .invoke('collections.saveRequest', { collectionId, itemId, draft, revision })
    .catch(() => failed('internal'));
  if (saved.ok) return { kind: 'saved', saved: saved.value };
  if (saved.error.code === 'collection-changed-on-disk') return { kind: 'changed-on-disk' };
  if (saved.error.code === 'not-found') return { kind: 'needs-place', reason: 'gone' };
  return { kind: 'failed', error: saved.error };
}

import { useRef, useState } from 'react';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { failed, type AppError } from '../../../../shared/domain/app-error.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { OpenedRequest } from '../../../../shared/domain/collection.ts';
import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { isBuiltIn, isEdited, type OpenRequest } from '../open-request.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { Workbench } from '../workbench.ts';
import { identityOf, type TypedSecret, typedSecrets } from './typed-secrets.ts';

/** What is asked before a request is saved or closed. */
export type SavingQuestion =
  /** `closing`: what is closed once it is saved. */
  | {
      readonly kind: 'save-as';
      readonly key: string;
      readonly reason: SaveAsReason;
      readonly closing: readonly string[];
    }
  /** Values that look like secrets would be written: saved in its place, or where the person then says. */
  | {
      readonly kind: 'typed-secrets';
      readonly key: string;
      readonly secrets: readonly TypedSecret[];
      readonly goesOn: 'save' | 'save-as';
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
  /** `null`: the values stand as they were typed, and are not asked about again. */
  readonly saveTyped: (kept: RequestDraft | null) => void;
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
  /** What is not asked about again: values that the person wants in the file. */
  readonly answered: Set<string>;
}

/** Saving and closing open requests, one question at a time. */
export function useSaving(): Saving {
  const workbench = useWorkbench();
  const bridge = useBridge();
  const { showError } = useToast();
  const [question, ask] = useState<SavingQuestion | null>(null);
  const answered = useRef(new Set<string>());
  const parts = { bridge, workbench, ask, showError, answered: answered.current };
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
      const request = findTab(workbench, key);
      if (request === undefined || asksAboutTyped(parts, request, { goesOn: 'save-as', closing: [] })) return;
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
    saveTyped: (kept) => {
      if (question?.kind === 'typed-secrets') goOn(parts, question, kept);
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

type TypedQuestion = Extract<SavingQuestion, { kind: 'typed-secrets' }>;

/** Asks about values that look like secrets, once each; whether it did. */
function asksAboutTyped(
  { ask, answered }: SavingParts,
  { key, draft, original, source }: OpenRequest,
  then: Pick<TypedQuestion, 'goesOn' | 'closing'>,
): boolean {
  const secrets = typedSecrets(draft, source.kind === 'scratch' ? null : original).filter(
    (secret) => !answered.has(answerOf(key, secret)),
  );
  if (secrets.length === 0) return false;
  ask({ kind: 'typed-secrets', key, secrets, ...then });
  return true;
}

function answerOf(key: string, secret: TypedSecret): string {
  return `${key} ${identityOf(secret)}`;
}

/** Saves after the question: with what stands in the place of the values, or with them. */
function goOn(parts: SavingParts, question: TypedQuestion, kept: RequestDraft | null): void {
  const { workbench, ask, answered } = parts;
  const { key, secrets, goesOn, closing } = question;
  if (kept === null) for (const secret of secrets) answered.add(answerOf(key, secret));
  else {
    workbench.show(key);
    workbench.change(kept);
  }
  const request = findTab(workbench, key);
  if (request === undefined) ask(null);
  else if (goesOn === 'save') void write(parts, request, closing);
  else if (!asksAboutTyped(parts, request, { goesOn, closing }))
    ask({ kind: 'save-as', key, reason: 'chosen', closing });
}

/** Saves one, or asks what saving it needs; then goes on with closing. */
async function write(parts: SavingParts, request: OpenRequest, closing: readonly string[]): Promise<void> {
  const { bridge, workbench, ask, showError } = parts;
  const { key, draft } = request;
  if (asksAboutTyped(parts, request, { goesOn: 'save', closing })) return;
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

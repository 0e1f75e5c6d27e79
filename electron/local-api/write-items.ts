import { failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import { recordActivity } from '../keys/activity-rows.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Member } from '../keys/member-rows.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { endAccessKeys } from './access-key-rows.ts';
import { accessKeySubject } from './access-keys.ts';
import {
  errorAnswer,
  FORBIDDEN,
  itemNotFound,
  malformedRequest,
  SERVER_ERROR,
  type Refusal,
} from './answer.ts';
import {
  deleteItem,
  findItem,
  findWorkspace,
  insertItem,
  listWorkspaces,
  updateItem,
  type ItemRow,
  type ItemTable,
  type ItemWithContentRow,
} from './workspace-rows.ts';

export interface WriteItemsOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly publish: Publish;
  /** Whether a text holds something shaped like a key, or a secret that Keyfob keeps. */
  readonly holdsSecret: (text: string) => boolean;
}

/** How the content of one kind of item is kept. */
export interface ItemContents {
  /** In a transaction: the text that is kept. */
  readonly keep: (content: Readonly<Record<string, unknown>>) => Result<string>;
  /** In a transaction, before the text goes. Returns whether something that was sealed went. */
  readonly drop: (text: string) => boolean;
}

const AS_IT_IS: ItemContents = { keep: (content) => ok(JSON.stringify(content)), drop: () => false };

export interface ItemDraft {
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export type Written =
  { readonly ok: true; readonly row: ItemRow } | { readonly ok: false; readonly refusal: Refusal };

/** Writes the collections, or the environments. Each call is one transaction, in the name of the member whose key came. */
export interface ItemWriter {
  /** `workspace`: its id; the first one where none is named. */
  create(member: Member, draft: ItemDraft, workspace: string | undefined): Written;
  /** One's own, and as an admin everybody's. */
  replace(member: Member, uidOrId: string, draft: ItemDraft): Written;
  /** With a collection end its access keys. */
  remove(member: Member, uidOrId: string): Written;
}

const ITEM_NAMES = { local_collections: 'collection', local_environments: 'environment' } as const;

/** A key in what others may read, or in the file in the clear, is what Keyfob is there to prevent. */
const HOLDS_SECRET = malformedRequest(
  'The body holds an API key. Use a variable such as {{postman-api-key}} in its place.',
);

/** What is secret in an environment is sealed, and Keyfob is locked or has no master key. */
export const SEALED_AWAY = errorAnswer(
  503,
  'serviceUnavailable',
  'Secret values of environments are sealed, and Keyfob cannot open or seal them now. Unlock it first.',
);

export function createItemWriter(
  table: ItemTable,
  options: WriteItemsOptions,
  contents: ItemContents = AS_IT_IS,
): ItemWriter {
  const { ledger, clock, random } = options;
  const { write, drop, findOwn } = createWriting(table, options, contents);

  return {
    create(member, draft, workspace) {
      const work = (): Result<ItemRow> => {
        const place = workspace === undefined ? listWorkspaces(ledger)[0] : findWorkspace(ledger, workspace);
        if (place === null || place === undefined) return failed('not-found', { field: 'workspace' });
        const row = newRow({
          member,
          workspaceId: place.id,
          id: random.id(),
          name: draft.name,
          now: clock.now(),
        });
        const content = contents.keep(draft.content);
        if (!content.ok) return content;
        insertItem(ledger, table, { ...row, content: content.value });
        return ok(row);
      };
      return write(draft, workspace ?? '', work);
    },
    replace(member, uidOrId, draft) {
      return write(draft, uidOrId, () => {
        const own = findOwn(member, uidOrId);
        if (!own.ok) return own;
        const { name } = draft;
        const row = { ...own.value, name, updated_by: member.numericId, updated_at: clock.now() };
        drop(own.value.content);
        const content = contents.keep(draft.content);
        if (!content.ok) return content;
        updateItem(ledger, table, { ...row, content: content.value });
        return ok(row);
      });
    },
    remove(member, uidOrId) {
      return write(null, uidOrId, () => {
        const own = findOwn(member, uidOrId);
        if (!own.ok) return own;
        if (table === 'local_collections') endKeysTo(options, own.value.uid);
        drop(own.value.content);
        deleteItem(ledger, table, own.value.id);
        return own;
      });
    },
  };
}

/** What every write of one kind of item is made of. */
function createWriting(table: ItemTable, options: WriteItemsOptions, contents: ItemContents) {
  const { ledger } = options;
  const itemName = ITEM_NAMES[table];
  let hasDropped = false;
  const drop = (text: string): void => {
    hasDropped = contents.drop(text) || hasDropped;
  };

  const write = (draft: ItemDraft | null, item: string, work: () => Result<ItemRow>): Written => {
    if (draft !== null && options.holdsSecret(`${draft.name}\n${JSON.stringify(draft.content)}`)) {
      return { ok: false, refusal: HOLDS_SECRET };
    }
    const result = changeLedger(ledger, work);
    if (!result.ok) return { ok: false, refusal: refusalOf(result.error, itemName, item) };
    if (hasDropped) ledger.checkpointAndScrub();
    hasDropped = false;
    // The window names collections wherever it lists access keys.
    if (table === 'local_collections') options.publish('accessKeys.changed', {});
    return { ok: true, row: result.value };
  };
  const findOwn = (member: Member, uidOrId: string): Result<ItemWithContentRow> => {
    const row = findItem(ledger, table, uidOrId);
    if (row === null) return failed('not-found');
    const mayWrite = row.owner_id === member.numericId || member.role === 'admin';
    return mayWrite ? ok(row) : failed('service-forbidden');
  };
  return { write, drop, findOwn };
}

/** Before the collection goes: the activity names the keys after it. */
function endKeysTo(
  { ledger, clock }: Pick<WriteItemsOptions, 'ledger' | 'clock'>,
  collectionUid: string,
): void {
  const now = clock.now();
  for (const key of endAccessKeys(ledger, { collectionUid }, now)) {
    recordActivity(ledger, accessKeySubject(key), { at: now, event: { kind: 'expired' } });
  }
}

interface NewRow {
  readonly member: Member;
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  readonly now: number;
}

function newRow({ member: { numericId }, workspaceId, id, name, now }: NewRow): ItemRow {
  return {
    id,
    uid: `${String(numericId)}-${id}`,
    workspace_id: workspaceId,
    owner_id: numericId,
    updated_by: numericId,
    name,
    created_at: now,
    updated_at: now,
  };
}

function refusalOf({ code, field }: AppError, itemName: string, item: string): Refusal {
  if (code === 'service-forbidden') return FORBIDDEN;
  if (code === 'vault-locked') return SEALED_AWAY;
  if (code !== 'not-found') return SERVER_ERROR;
  return itemNotFound(field === 'workspace' ? 'workspace' : itemName, item);
}

import { filterJson } from '../../electron/requests/filter-json.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The bodies of the responses that the history holds, as text or bytes. */
export function fakeResponseHandlers(state: FakeState): HandlersOf<'responses'> {
  const bytesOf = (id: string): Buffer | null => {
    const record = state.history.find(({ entry }) => entry.id === id);
    if (record?.exchange.outcome.kind !== 'response') return null;
    const { body } = record.exchange.outcome.response;
    if (body.kind === 'empty') return Buffer.alloc(0);
    return body.kind === 'text' ? Buffer.from(body.text) : Buffer.from(body.hex, 'hex');
  };
  const saved = new Set<string>();
  return {
    'responses.showFile': ({ id }) => (saved.has(id) ? ok({}) : failed('not-found')),
    'responses.read': ({ id, offset, length }) => {
      const bytes = bytesOf(id);
      if (bytes === null) return failed('not-found');
      const part = bytes.subarray(offset, offset + length);
      return ok({ base64: part.toString('base64'), size: bytes.length });
    },
    'responses.filter': ({ id, path, text }) => {
      const looked = text ?? bytesOf(id)?.toString();
      return looked === undefined ? failed('not-found') : ok(filterJson(looked, path));
    },
    'responses.stopFilter': () => ok({}),
    'responses.save': ({ id }) => {
      const bytes = bytesOf(id);
      if (bytes === null) return failed('not-found');
      saved.add(id);
      return ok({ kind: 'saved', fileName: 'response.json', bytes: bytes.length, isRedacted: false });
    },
  };
}

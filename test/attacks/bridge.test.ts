import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDispatch, type Dispatch } from '../../electron/ipc/dispatch.ts';
import { appErrorSchema } from '../../shared/domain/app-error.ts';
import { DEFAULT_RUN_OPTIONS } from '../../shared/domain/run.ts';
import { EVERY_TEAM_KEY } from '../../shared/domain/team.ts';
import type { CommandName } from '../../shared/contract/contract.ts';
import { recordingLogger } from '../support/in-memory-ports.ts';
import { commandNames, recordingHandlers, type RecordingHandlers } from '../support/recording-handlers.ts';
import { holds } from '../support/holds.ts';

const sender = { url: 'app://keyfob/index.html', isTopFrame: true };

/** An input of each command that its schema takes. */
const draft = {
  name: '',
  method: 'GET',
  url: 'https://api.example.com/',
  params: [],
  pathVariables: [],
  headers: [],
  body: { kind: 'none' },
  keyChoice: { kind: 'automatic' },
  settings: { timeoutMs: 1000, followRedirects: true, maxRedirects: 3 },
};
const service = {
  name: 'S',
  baseUrl: 'https://a.example',
  headerName: 'X-API-Key',
  origins: ['https://a.example'],
};
const member = { name: 'Grace', email: 'grace@example.com', role: 'member' };
const key = { id: 'key-1' };
const item = { collectionId: 'c', itemId: 'i' };
const place = { folderId: null, beforeId: null };
const exchange = { id: 'exchange-1' };
const activityFilter = { apiKeyId: null, group: null, since: null, search: '' };
const validInputs: Record<CommandName, Record<string, unknown>> = {
  'app.getState': {},
  'app.openExternal': { url: 'https://example.com/' },
  'vault.retry': {},
  'vault.useMemory': {},
  'vault.lock': {},
  'vault.unlock': { passphrase: null },
  'vault.usePassphrase': { passphrase: 'p' },
  'vault.changePassphrase': { current: 'p', next: 'q' },
  'vault.useKeychain': {},
  'vault.getTouchId': {},
  'vault.setTouchId': { isOn: true },
  'vault.saveRecoveryKit': { passphrase: 'p' },
  'vault.openRecoveryKit': { passphrase: 'p' },
  'moving.export': { passphrase: null },
  'moving.open': { passphrase: '' },
  'moving.restore': { token: 'token-1' },
  'moving.cancel': {},
  'moving.drop': { token: 'token-1' },
  'ledger.restoreBackup': {},
  'ledger.startEmpty': {},
  'files.choose': { collectionId: null, origin: null },
  'network.getSettings': {},
  'network.setProxy': { proxy: { kind: 'none' }, password: null },
  'network.setTrustsSystem': { trustsSystem: true },
  'network.chooseAuthorityFile': {},
  'network.removeAuthorityFile': {},
  'network.addClientCertificate': { origin: 'https://a.test', kind: 'pfx', passphrase: '' },
  'network.removeClientCertificate': { id: 'certificate-1' },
  'network.allowUnchecked': { origin: 'https://a.test' },
  'network.disallowUnchecked': { origin: 'https://a.test' },
  'network.disallowProxy': { collectionId: '', address: 'http://a.test:80' },
  'files.describe': { collectionId: null, paths: ['/tmp/a'] },
  'files.list': {},
  'files.forget': { collectionId: null, path: '/tmp/a' },
  'files.forgetAll': {},
  'files.takeBack': { collectionId: null, path: '/tmp/a', origin: 'https://a.test' },
  'keys.list': {},
  'keys.page': {
    search: '',
    sort: { column: 'name', direction: 'ascending' },
    offset: 0,
    limit: 50,
    placeOf: null,
  },
  'keys.find': { search: '', besides: 'copy', limit: 9 },
  'keys.get': key,
  'keys.countAttention': {},
  'keys.generate': { name: 'CI', serviceId: 'local', expiry: { kind: 'never' } },
  'keys.reveal': key,
  'keys.stagePaste': {},
  'keys.listInEnvironment': {},
  'keys.stageFromEnvironment': { name: 'POSTMAN_API_KEY' },
  'keys.addStaged': { token: 't', name: 'CI', serviceId: 'local', expiry: { kind: 'never' } },
  'keys.copy': key,
  'keys.rename': { ...key, name: 'New' },
  'keys.setExpiration': { ...key, expiry: { kind: 'never' } },
  'keys.makeDefault': key,
  'keys.setDisabled': { ...key, isDisabled: true },
  'keys.setReadOnly': { ...key, isReadOnly: true },
  'keys.regenerate': { ...key, grace: 'now' },
  'keys.regenerateExposed': key,
  'keys.swapStaged': { ...key, token: 't', reason: 'routine' },
  'keys.endGrace': key,
  'keys.forgetOld': key,
  'keys.getExposure': key,
  'keys.delete': key,
  'keys.verifyStaged': { token: 't', serviceId: 'local' },
  'keys.verify': key,
  'keys.addOrigin': { ...key, origin: 'https://b.example' },
  'keys.removeOrigin': { ...key, origin: 'https://b.example' },
  'profiles.list': {},
  'profiles.save': { id: null, name: 'Work', defaults: [{ serviceId: 'local', apiKeyId: 'key-1' }] },
  'profiles.delete': { id: 'profile-1' },
  'profiles.switch': { id: 'profile-1' },
  'accessKeys.list': { serviceId: 'local' },
  'accessKeys.load': { serviceId: 'local' },
  'accessKeys.cancelLoad': { serviceId: 'local' },
  'accessKeys.listCollections': {},
  'accessKeys.share': { collectionUid: '1-a' },
  'accessKeys.reveal': key,
  'accessKeys.copyUrl': key,
  'accessKeys.forget': key,
  'accessKeys.listMadeWith': { apiKeyId: 'key-1' },
  'accessKeys.deleteMadeWith': { apiKeyId: 'key-1' },
  'accessKeys.delete': { ...key, serviceId: 'local' },
  'services.list': {},
  'services.create': service,
  'services.update': { id: 's', draft: service },
  'services.delete': { id: 's' },
  'collections.list': {},
  'collections.get': { id: 'c' },
  'collections.getRequest': item,
  'collections.getAuth': item,
  'collections.showFile': { id: 'c' },
  'collections.getFolder': {},
  'collections.chooseFolder': {},
  'collections.useOwnFolder': {},
  'tabs.load': {},
  'tabs.keep': { order: [], activeKey: 't', changed: null },
  'collections.setService': { id: 'c', serviceId: 'local' },
  'collections.create': { name: 'Mine' },
  'collections.addSample': {},
  'collections.rename': { id: 'c', name: 'Mine' },
  'collections.duplicate': { id: 'c' },
  'collections.delete': { id: 'c' },
  'collections.setVariables': { id: 'c', rows: [{ name: 'host', value: 'a', isEnabled: true }] },
  'collections.setDescription': { ...item, description: 'What it is for' },
  'collections.setAuth': { ...item, keyChoice: { kind: 'none' } },
  'collections.addFolder': { collectionId: 'c', place, name: 'Folder' },
  'collections.addRequest': { collectionId: 'c', place, draft },
  'collections.saveRequest': { ...item, draft, revision: 'r' },
  'collections.renameItem': { ...item, name: 'Mine' },
  'collections.duplicateItem': item,
  'collections.moveItem': { ...item, place },
  'collections.moveItemTo': { ...item, toCollectionId: 'd', place },
  'collections.deleteItem': item,
  'collections.undo': { undoId: 'u' },
  'environments.list': {},
  'environments.get': { id: 'env:a.json' },
  'environments.create': { name: 'A' },
  'environments.rename': { id: 'env:a.json', name: 'B' },
  'environments.duplicate': { id: 'env:a.json' },
  'environments.delete': { id: 'env:a.json' },
  'environments.undo': { undoId: 'u' },
  'environments.setActive': { id: null },
  'environments.saveRows': { id: 'env:a.json', revision: 'r', rows: [] },
  'environments.setSecret': { id: 'env:a.json', name: 'a', secret: null, origins: [] },
  'exports.saveCollection': { id: 'file:a.json' },
  'exports.saveEnvironment': { id: 'env:a.json' },
  'exports.saveHar': exchange,
  'exports.getSnippet': { draft, collectionId: null, requestId: null, language: 'shell-curl' },
  'variables.list': { collectionId: null, requestId: null },
  'variables.clearKept': { collectionId: null, name: null },
  'variables.allowKept': { collectionId: null, name: 'a', origin: 'https://api.example.com' },
  'requests.preview': { draft, collectionId: null },
  'requests.send': { ...exchange, draft, collectionId: null, onWithheld: 'stop' },
  'requests.cancel': exchange,
  'requests.stop': exchange,
  'responses.read': { ...exchange, offset: 0, length: 1 },
  'responses.filter': { ...exchange, path: '$', text: '[1]' },
  'responses.stopFilter': exchange,
  'responses.save': exchange,
  'responses.showFile': exchange,
  'history.list': { limit: 10, before: null, search: '' },
  'history.listEarlier': { ...exchange, limit: 1 },
  'history.get': exchange,
  'history.setPinned': { ...exchange, isPinned: true },
  'history.countBeyond': { maxEntries: 100, maxDays: 0 },
  'history.setRetention': { maxEntries: 100, maxDays: 0 },
  'history.delete': exchange,
  'history.clear': {},
  'activity.list': { filter: activityFilter, before: null, limit: 10 },
  'activity.export': { format: 'csv', filter: activityFilter },
  'clipboard.copyText': { text: 'curl' },
  'exposed.getScan': {},
  'exposed.scan': { target: 'folder', leavesOutPackages: false },
  'exposed.cancel': {},
  'exposed.clear': {},
  'exposed.showInFolder': { scanId: 'scan-1', fileId: 0 },
  'exposed.copyPath': { scanId: 'scan-1', fileId: 0 },
  'localApi.getState': {},
  'localApi.start': {},
  'localApi.stop': {},
  'localApi.openDocument': {},
  'team.listMembers': {},
  'team.addMember': member,
  'team.updateMember': { id: 'm', draft: member },
  'team.removeMember': { id: 'm' },
  'team.listKeys': { filter: EVERY_TEAM_KEY, sort: 'newest', offset: 0, limit: 10 },
  'team.findPasted': {},
  'team.issueKey': { memberId: 'm', name: 'CI', expiry: { kind: 'never' } },
  'team.endHandover': key,
  'team.describeSelection': { keys: { kind: 'ids', ids: ['key-1'] } },
  'team.setDisabled': { keys: { kind: 'ids', ids: ['key-1'] }, isDisabled: true },
  'team.revoke': { keys: { kind: 'ids', ids: ['key-1'] }, reason: 'by-admin' },
  'team.exportCsv': { filter: EVERY_TEAM_KEY, sort: 'newest' },
  'runs.readData': { text: '[{"a": 1}]' },
  'runs.start': {
    ...{ id: 'run-0001', collectionId: 'postman-api', folderId: null, options: DEFAULT_RUN_OPTIONS },
    ...{ expectations: [], data: null },
  },
  'runs.getSetup': { collectionId: 'postman-api', folderId: null },
  'runs.saveSetup': {
    place: { collectionId: 'postman-api', folderId: null },
    setup: { options: DEFAULT_RUN_OPTIONS, expectations: [], dataName: null },
  },
  'runs.cancel': { id: 'run-0001' },
  'runs.list': {},
  'runs.listRows': {
    ...{ id: 'run-0001', verdicts: null, isWithheldOnly: false, order: 'slowest' },
    ...{ offset: 0, limit: 10 },
  },
  'runs.getRecord': { id: 'run-0001', seq: 1 },
  'runs.listPoints': { id: 'run-0001' },
  'runs.getTimes': { id: 'run-0001' },
  'runs.delete': { id: 'run-0001' },
  'runs.export': { id: 'run-0001', format: 'junit' },
  'policy.get': {},
  'policy.preview': { draft: { user: null, team: null } },
  'policy.set': { draft: { user: null, team: null } },
  'usage.getLimits': {},
  'usage.getCalls': { days: 30, apiKeyId: null },
  'usage.refresh': { serviceId: 'local', apiKeyId: null },
  'import.choose': { what: 'file' },
  'import.paste': {},
  'import.takeOpened': {},
  'import.takeDropped': {},
  'import.asFormat': { token: 't', format: 'curl' },
  'import.keep': { token: 't', choices: [{ kind: 'drop', foundId: 'secret-1' }] },
  'import.undo': { undoId: 'u' },
  'import.discard': { token: 't' },
  'updates.getState': {},
  'updates.setEnabled': { isEnabled: true },
  'updates.check': {},
  'updates.download': {},
  'updates.cancel': {},
  'updates.restart': {},
  'diagnostics.get': {},
  'diagnostics.check': {},
  'preferences.get': {},
  'desktop.getState': {},
  'desktop.setOpenAtLogin': { isOn: true },
  'desktop.setQuickCopy': { isOn: true, shortcut: 'CmdOrCtrl+Alt+K' },
  'quickCopy.copy': key,
  'quickCopy.close': {},
  'quickCopy.openKeyfob': {},
  'preferences.set': { theme: 'dark' },
};

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
/** 2^40 values when it is walked as a tree. */
const doubling = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ left: inner, right: inner }), 'x');
const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], 'x');
const polluting: unknown = JSON.parse('{"__proto__": {"isAdmin": true}, "id": "key-1"}');

/** Never a valid input of any command, and never a valid value of any field. */
const wrongValues: readonly (readonly [label: string, value: unknown])[] = [
  ['undefined', undefined],
  ['a symbol', Symbol('s')],
  ['a function', () => 'x'],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a bigint', 10n],
  ['a date', new Date(0)],
  ['a map', new Map([['id', 'key-1']])],
  ['bytes', new Uint8Array(8)],
  ['an error', new Error('canary-4711')],
  ['a cycle', cycle],
  ['a structure that doubles', doubling],
  ['depth 10,000', deep],
  ['a string of 10 MB', 'x'.repeat(10_000_000)],
  ['a list of 100,000', Array.from({ length: 100_000 }, () => ({}))],
  ['__proto__', polluting],
  [
    'a class instance',
    new (class Sneaky {
      id = 'key-1';
    })(),
  ],
];

let recording: RecordingHandlers;
let dispatch: Dispatch;

beforeEach(() => {
  recording = recordingHandlers();
  dispatch = createDispatch(recording.handlers, recordingLogger());
});

async function expectRefused(command: CommandName, input: unknown): Promise<void> {
  const answer = await dispatch({ sender, command, input });
  expect(answer.ok).toBe(false);
  if (answer.ok) return;
  expect(appErrorSchema.parse(answer.error).code).toBe('invalid-input');
  expect(answer.error.message.length).toBeLessThan(300);
  expect(recording.calls).toEqual([]);
}

describe.each(commandNames)('%s', holds('bridge.inputs'), (command) => {
  test('takes its own input', async () => {
    await dispatch({ sender, command, input: validInputs[command] });
    expect(recording.calls.map((call) => call.command)).toEqual([command]);
  });

  test.each(wrongValues)('refuses %s in place of its input', async (_label, value) => {
    await expectRefused(command, value);
  });

  test.each([null, 'text', 7, true, [], [{}]])('refuses %j in place of its input', async (value) => {
    await expectRefused(command, value);
  });

  test('refuses one field too many', async () => {
    await expectRefused(command, { ...validInputs[command], extra: 1 });
    await expectRefused(
      command,
      Object.defineProperty({ ...validInputs[command] }, '__proto__', { value: {}, enumerable: true }),
    );
    await expectRefused(command, { ...validInputs[command], constructor: 'x' });
  });

  test('refuses any field that is missing, and any wrong value in any field', async () => {
    for (const field of Object.keys(validInputs[command])) {
      if (command !== 'preferences.set') {
        const { [field]: _left, ...rest } = validInputs[command];
        await expectRefused(command, rest);
      }
      for (const [label, value] of wrongValues) {
        // A preference that is not set is left out or undefined: both mean "as it was".
        if (command === 'preferences.set' && label === 'undefined') continue;
        await expectRefused(command, { ...validInputs[command], [field]: value });
      }
    }
  });
});

test(
  'any value at all gives a typed answer, and none reaches a handler unless it is an input of its command',
  holds('bridge.inputs'),
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...commandNames),
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withNullPrototype: true,
        }),
        async (command, input) => {
          const answer = await dispatch({ sender, command, input });
          expect(answer.ok).toBe(false);
          if (!answer.ok)
            expect(['invalid-input', 'not-found']).toContain(appErrorSchema.parse(answer.error).code);
        },
      ),
      { numRuns: 3_000 },
    );
  },
);

test('any command name at all gives a typed answer', holds('bridge.names'), async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.anything()), async (command) => {
      fc.pre(!commandNames.includes(command as CommandName));
      expect(await dispatch({ sender, command, input: {} })).toMatchObject({
        ok: false,
        error: { code: 'unknown-command' },
      });
    }),
    { numRuns: 1_000 },
  );
  expect(recording.calls).toEqual([]);
});

test('an input does not change the prototype of any object', holds('bridge.inputs'), async () => {
  for (const command of commandNames) {
    await dispatch({
      sender,
      command,
      input: JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    });
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

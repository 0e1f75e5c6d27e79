import { describe, expect, it } from 'vitest';
import { isEdited, type OpenRequest } from '../../../../renderer/features/requests/open-request.ts';
import { createWorkbench } from '../../../../renderer/features/requests/workbench.ts';
import { sendStateOf } from '../../../../renderer/features/requests/workbench-store.ts';
import type { SavedRequest } from '../../../../shared/domain/collection.ts';
import { emptyRequestDraft } from '../../../../shared/domain/http-request.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';
import { anExchange } from './exchange-builders.ts';

function createTestWorkbench() {
  const bridge = createFakeBridge();
  let number = 0;
  const workbench = createWorkbench({ bridge, newId: () => `test-id-${String(++number)}` });
  return { bridge, workbench, active: () => workbench.getState().active };
}

function aSavedRequest(id: string): SavedRequest {
  const url = `http://127.0.0.1:5362/${id}`;
  return { id, description: '', draft: { ...emptyRequestDraft(), name: id, url } };
}

const names = (requests: readonly OpenRequest[]) => requests.map(({ draft }) => draft.name);

describe('the workbench', () => {
  it('keeps an edited draft when another request is opened, and shows it again', () => {
    const { workbench, active } = createTestWorkbench();
    workbench.openSaved('c', aSavedRequest('one'));
    workbench.change({ method: 'POST' });
    workbench.openSaved('c', aSavedRequest('two'));
    expect(names(workbench.getState().tabs)).toEqual(['one', 'two']);

    workbench.openSaved('c', aSavedRequest('one'));

    expect(active().draft.method).toBe('POST');
    expect(isEdited(active())).toBe(true);
    expect(names(workbench.getState().tabs)).toEqual(['one', 'two']);
  });

  it('goes back to what is saved with Reset, and is then no longer edited', () => {
    const { workbench, active } = createTestWorkbench();
    workbench.openSaved('c', aSavedRequest('one'));
    workbench.change({ url: 'https://elsewhere.example' });
    workbench.reset();
    expect(active().draft).toEqual(aSavedRequest('one').draft);
    expect(isEdited(active())).toBe(false);
  });

  it('keeps a request that is saved nowhere until it is closed', () => {
    const { workbench, active } = createTestWorkbench();
    workbench.change({ url: 'https://example.com' });
    const { key } = active();
    workbench.openNew();
    expect(active().draft.url).toBe('');
    expect(workbench.getState().tabs.map((request) => request.key)).toContain(key);

    workbench.show(key);
    expect(active().draft.url).toBe('https://example.com');
    workbench.close([key]);
    expect(active().key).not.toBe(key);
    expect(workbench.getState().tabs).toEqual([active()]);
  });

  it('opens no second empty request', () => {
    const { workbench, active } = createTestWorkbench();
    const { key } = active();
    workbench.openNew();
    expect(active().key).toBe(key);
  });

  it('brings back the body of each kind when the kind is chosen again', () => {
    const { workbench, active } = createTestWorkbench();
    workbench.chooseBodyKind('json');
    workbench.change({ body: { kind: 'json', text: '{"a":1}' } });
    workbench.chooseBodyKind('form');
    workbench.change({ body: { kind: 'form', fields: [{ name: 'b', value: '2', isEnabled: true }] } });
    workbench.chooseBodyKind('none');

    workbench.chooseBodyKind('json');
    expect(active().draft.body).toEqual({ kind: 'json', text: '{"a":1}' });
    workbench.chooseBodyKind('form');
    expect(active().draft.body).toMatchObject({ fields: [{ name: 'b' }] });
  });

  it('opens a draft of the history with what it gave then', () => {
    const { workbench, active } = createTestWorkbench();
    const exchange = anExchange();
    workbench.openDraft(aSavedRequest('old').draft, exchange);
    expect(active().source.kind).toBe('scratch');
    expect(sendStateOf(workbench.getState())).toEqual({ kind: 'ended', exchange });
  });

  it('finishes a send while another request is shown', async () => {
    const { bridge, workbench, active } = createTestWorkbench();
    workbench.openSaved('c', aSavedRequest('one'));
    const release = bridge.hold('requests.send');
    const sent = workbench.send(null, 'stop');
    workbench.openSaved('c', aSavedRequest('two'));
    expect(sendStateOf(workbench.getState()).kind).toBe('idle');
    release();
    await sent;

    workbench.openSaved('c', aSavedRequest('one'));
    expect(active().draft.name).toBe('one');
    expect(sendStateOf(workbench.getState()).kind).toBe('ended');
  });

  it('sends once, however often it is asked, until the send has ended', async () => {
    const { bridge, workbench } = createTestWorkbench();
    workbench.openSaved('c', aSavedRequest('one'));
    await Promise.all([workbench.send(null, 'stop'), workbench.send(null, 'stop')]);
    expect(bridge.calls.filter(({ command }) => command === 'requests.send')).toHaveLength(1);
  });

  it('keeps what the last send gave until the next has ended', async () => {
    const { bridge, workbench } = createTestWorkbench();
    workbench.openSaved('c', aSavedRequest('one'));
    await workbench.send(null, 'stop');
    const release = bridge.hold('requests.send');
    const second = workbench.send(null, 'stop');
    const send = sendStateOf(workbench.getState());
    expect(send.kind === 'sending' && send.previous?.outcome.kind).toBe('response');
    release();
    await second;
  });
});

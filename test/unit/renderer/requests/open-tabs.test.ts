import { describe, expect, it } from 'vitest';
import { openRequest, type OpenRequest } from '../../../../renderer/features/requests/open-request.ts';
import {
  type OpenTabs,
  tabBeside,
  withClosed,
  withMoved,
  withOpened,
  withReopened,
} from '../../../../renderer/features/requests/open-tabs.ts';
import { emptyRequestDraft } from '../../../../shared/domain/http-request.ts';

function request(name: string, change: Partial<OpenRequest> = {}): OpenRequest {
  const draft = { ...emptyRequestDraft(), name, url: `https://api.test/${name}` };
  return { ...openRequest(name, { kind: 'saved', collectionId: 'c', requestId: name }, draft), ...change };
}

function tabs(requests: readonly OpenRequest[], active = requests[0]): OpenTabs {
  if (active === undefined) throw new Error('No tab');
  return { tabs: requests, active, closed: [] };
}

const blank = () => openRequest('blank', { kind: 'scratch' }, emptyRequestDraft());
const keys = (state: OpenTabs) => state.tabs.map(({ key }) => key);

describe('the tabs of open requests', () => {
  it('give the tab that was only looked at to the next request', () => {
    const state = tabs([request('a'), request('b', { isPreview: true }), request('c')]);
    const opened = withOpened(state, request('d', { isPreview: true }));
    expect(keys(opened)).toEqual(['a', 'd', 'c']);
    expect(opened.active.key).toBe('d');
  });

  it('leave an edited one alone, and open a new one behind the active one', () => {
    const edited = request('a', { isPreview: true });
    const changed = { ...edited, draft: { ...edited.draft, method: 'PUT' as const } };
    const opened = withOpened(tabs([changed, request('b')]), request('d'));
    expect(keys(opened)).toEqual(['a', 'd', 'b']);
  });

  it('show what is open already where it stands', () => {
    const opened = withOpened(tabs([request('a'), request('b')]), request('b'));
    expect(keys(opened)).toEqual(['a', 'b']);
    expect(opened.active.key).toBe('b');
  });

  it('show the neighbour of the one that is closed, and a new request in place of the last', () => {
    const [a, b, c] = [request('a'), request('b'), request('c')];
    const without = withClosed(tabs([a, b, c], b), new Set(['b']), blank);
    expect(without.active.key).toBe('c');
    expect(withClosed(tabs([a, b, c], c), new Set(['c']), blank).active.key).toBe('b');
    const empty = withClosed(tabs([a]), new Set(['a']), blank);
    expect(keys(empty)).toEqual(['blank']);
    expect(empty.active.key).toBe('blank');
  });

  it('come back, the last first, with what was typed into them', () => {
    const a = request('a');
    const edited = { ...request('b'), draft: { ...request('b').draft, url: 'https://api.test/typed' } };
    const closed = withClosed(tabs([a, edited]), new Set(['b']), blank);
    const reopened = withReopened(closed);
    expect(reopened.active.draft.url).toBe('https://api.test/typed');
    expect(withReopened({ ...reopened, closed: [] })).toEqual({ ...reopened, closed: [] });
  });

  it('are gone through around the end, and are moved', () => {
    const state = tabs([request('a'), request('b'), request('c')]);
    expect(tabBeside(state, -1).key).toBe('c');
    expect(tabBeside(state, 1).key).toBe('b');
    expect(keys(withMoved(state, 'c', 'a'))).toEqual(['c', 'a', 'b']);
    expect(keys(withMoved(state, 'a', null))).toEqual(['b', 'c', 'a']);
  });
});

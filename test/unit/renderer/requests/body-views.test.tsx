import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { filterJson } from '../../../../electron/requests/filter-json.ts';
import { ExchangeView, type ExchangeTab } from '../../../../renderer/ui/exchange/exchange-view.tsx';
import {
  type FilterAnswer,
  type ResponseActions,
  ResponseActionsContext,
} from '../../../../renderer/ui/exchange/response-actions.ts';
import { appError } from '../../../../shared/domain/app-error.ts';
import type { Response } from '../../../../shared/domain/exchange.ts';
import { anExchange, aResponse } from './exchange-builders.ts';
import './render-screen.tsx';

interface Asked {
  readonly copied: string[];
  readonly saved: string[];
  readonly read: number[];
  readonly stopped: string[];
}

function show(
  response: Partial<Response>,
  tab: ExchangeTab = 'body',
  filterBody?: ResponseActions['filterBody'],
) {
  const asked: Asked = { copied: [], saved: [], read: [], stopped: [] };
  const bytes = new Uint8Array(200_000).fill(0x41);
  const actions: ResponseActions = {
    readBody: (_id, offset, length) => {
      asked.read.push(offset);
      return Promise.resolve({ bytes: bytes.slice(offset, offset + length), size: bytes.length });
    },
    filterBody:
      filterBody ??
      ((_id, path) => {
        const { body } = exchange.outcome.kind === 'response' ? exchange.outcome.response : aResponse();
        return Promise.resolve(filterJson(body.kind === 'text' ? body.text : '', path));
      }),
    stopFilter: (id) => Promise.resolve(void asked.stopped.push(id)),
    listEarlier: () => Promise.resolve([]),
    readExchange: () => Promise.resolve(null),
    saveBody: (id) => Promise.resolve(void asked.saved.push(id)),
    copyText: (text) => Promise.resolve(asked.copied.push(text) > 0),
    stop: () => Promise.resolve(),
    liveEvents: { subscribe: () => () => undefined, get: () => null },
  };
  const exchange = anExchange({ outcome: { kind: 'response', response: aResponse(response) } });
  render(
    <ResponseActionsContext value={actions}>
      <ExchangeView exchange={exchange} tab={tab} onTabChange={() => undefined} />
    </ResponseActionsContext>,
  );
  return { asked, user: userEvent.setup() };
}

const text = (value: string): Response['body'] => ({ kind: 'text', text: value, isTruncated: false });

describe('a JSON body', () => {
  const body = text('{"items":[{"id":1,"name":"one"},{"id":2,"name":"two"}]}');

  it('is filtered by a JSONPath, and says where one is wrong', async () => {
    const { user } = show({ body });
    const filter = screen.getByRole('textbox', { name: 'Filter (JSONPath)' });
    await user.click(filter);
    await user.paste('$.items[*].name');
    expect(await screen.findByText('2 matches')).toBeTruthy();
    await user.clear(filter);
    await user.paste('$.items[?');
    expect(await screen.findByText(/at character \d+/)).toBeTruthy();
    await user.clear(filter);
    await waitFor(() => {
      expect(screen.queryByText(/at character/)).toBeNull();
    });
  });

  it('says when filtering takes longer than a moment, and is ended by a button or Escape', async () => {
    const waiting: ((answer: FilterAnswer) => void)[] = [];
    const { user, asked } = show({ body }, 'body', () => new Promise((resolve) => waiting.push(resolve)));
    const filter = screen.getByRole('textbox', { name: 'Filter (JSONPath)' });
    await user.click(filter);
    await user.paste('$..*');
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Filtering…')).toBeTruthy();
    expect(asked.stopped).toEqual(['exchange-1']);
    expect(document.activeElement).toBe(filter);
    waiting[0]?.({ kind: 'cancelled' });
    expect(await screen.findByText('Stopped. Press Enter to filter again.')).toBeTruthy();

    await user.keyboard('{Enter}');
    await screen.findByText('Filtering…');
    await user.keyboard('{Escape}');
    expect(asked.stopped).toHaveLength(2);
    waiting[1]?.({ kind: 'found', text: '[1]', locations: [['items', 0, 'id']], total: 20_000 });
    expect(await screen.findByText('20,000 matches, the first 1 shown')).toBeTruthy();
  });

  it('says why a path finds nothing', async () => {
    const answers: FilterAnswer[] = [
      { kind: 'too-much' },
      { kind: 'too-large' },
      { kind: 'failed', error: appError('not-found', { message: 'It is gone.' }) },
    ];
    const { user } = show({ body }, 'body', () => Promise.resolve(answers.shift() ?? { kind: 'not-json' }));
    await user.click(screen.getByRole('textbox', { name: 'Filter (JSONPath)' }));
    for (const said of [/asks for too much/, /too large to be filtered/, 'It is gone.', /not valid JSON/]) {
      await user.paste('$');
      expect(await screen.findByText(said)).toBeTruthy();
    }
  });

  it('is a tree that is walked with the arrows; a value and its path are copied', async () => {
    const { user, asked } = show({ body });
    await user.click(screen.getByRole('radio', { name: 'Tree' }));
    const tree = screen.getByRole('tree', { name: 'Response tree' });
    tree.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    await user.click(screen.getByRole('button', { name: 'Copy value' }));
    await user.click(screen.getByRole('button', { name: 'Copy path' }));
    expect(asked.copied).toEqual(['one', '$.items[0].name']);
    tree.focus();
    await user.keyboard('{Home}{ArrowLeft}');
    expect(within(tree).getAllByRole('treeitem')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox', { name: 'Search the tree' }), 'two{Enter}');
    expect(await screen.findByText('1 of 1')).toBeTruthy();
    expect(within(tree).getByRole('treeitem', { selected: true }).textContent).toContain('"two"');
  });

  it('is saved whole', async () => {
    const { user, asked } = show({ body });
    await user.click(screen.getByRole('button', { name: 'Save response…' }));
    expect(asked.saved).toEqual(['exchange-1']);
  });
});

describe('other bodies', () => {
  it('HTML is previewed in a frame that may do nothing', async () => {
    const { user } = show({ contentType: 'text/html', body: text('<p>Hello</p><script>1</script>') });
    await user.click(screen.getByRole('radio', { name: 'Preview' }));
    const frame = screen.getByTitle('HTML preview');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toContain('<p>Hello</p>');
    expect(frame.getAttribute('srcdoc')).not.toContain('<script');
    expect(frame.getAttribute('src')).toBeNull();
  });

  it('an image is an image, also a vector one', () => {
    show({
      contentType: 'image/png',
      body: { kind: 'binary', hex: '89504e47', isTruncated: false },
      bodyBytes: 4,
    });
    expect(screen.getByRole('img', { name: 'Response' }).getAttribute('src')).toBe(
      'data:image/png;base64,iVBORw==',
    );
  });

  it('a large binary body is read as far as it is looked at', async () => {
    const { asked } = show({
      contentType: 'application/octet-stream',
      body: { kind: 'binary', hex: '00ff', isTruncated: true },
      bodyBytes: 200_000,
      keptBytes: 200_000,
    });
    const bytes = screen.getByRole('region', { name: 'Response bytes' });
    await waitFor(() => {
      expect(bytes.textContent).toContain('00 ff 41 41');
    });
    expect(asked.read).toEqual([0]);
  });

  it('a PDF is not shown, and that is said', () => {
    show({ contentType: 'application/pdf', body: { kind: 'binary', hex: '25504446', isTruncated: false } });
    expect(screen.getByText(/PDF documents are not shown here/)).toBeTruthy();
  });
});

describe('a stream', () => {
  const row = { number: 1, afterMs: 3, name: '', id: '', data: '{"n":1}', isCut: false };

  it('of JSON texts is made of lines, one of server-sent events of events', () => {
    show({ events: { kind: 'lines', rows: [row], count: 1 } }, 'events');
    expect(screen.getByRole('tab', { name: /^Lines/ })).toBeTruthy();
    const lines = screen.getByRole('listbox', { name: 'Lines' });
    expect(lines.textContent).not.toContain('message');
    cleanup();
    show({ events: { kind: 'events', rows: [row], count: 1 } }, 'events');
    expect(screen.getByRole('listbox', { name: 'Events' }).textContent).toContain('message');
  });
});

describe('cookies', () => {
  it('are listed, each value hidden until it is asked for', async () => {
    const { user } = show(
      {
        headers: [
          {
            name: 'Set-Cookie',
            value: 'sid=abc123; Path=/; HttpOnly; SameSite=Lax; Max-Age=60',
            isSecret: false,
          },
          { name: 'set-cookie', value: 'theme=dark; Domain=example.com', isSecret: false },
        ],
      },
      'cookies',
    );
    const table = screen.getByRole('table', { name: 'Cookies' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(table.textContent).not.toContain('abc123');
    await user.click(screen.getByRole('button', { name: 'Show the value of sid' }));
    expect(table.textContent).toContain('abc123');
    expect(table.textContent).toContain('HttpOnly, SameSite=Lax');
    expect(table.textContent).toContain('after 60 s');
  });
});

describe('comparing', () => {
  it('says when there is nothing to compare with', async () => {
    show({ body: text('a') }, 'compare');
    expect(await screen.findByText(/was not sent before/)).toBeTruthy();
  });
});

import { screen, within, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CHOSEN_PATH } from '../../../support/fake-bridge-files.ts';
import { renderScreen, type RenderedScreen } from './render-screen.tsx';

const url = () => screen.findByLabelText<HTMLInputElement>('URL');
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const row = (name: string, value: string, isEnabled = true) => ({ name, value, isEnabled });

async function sentDraft({ user, sends }: RenderedScreen) {
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('200 OK');
  return sends().at(-1)?.draft;
}

describe('the URL and Params', () => {
  it('show the same, whichever is typed in, and the URL stays as it was typed', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;

    await fill(await url(), 'http://127.0.0.1:5362/me?limit=10&q=a%20b&flag');

    expect((await url()).value).toBe('http://127.0.0.1:5362/me?limit=10&q=a%20b&flag');
    expect([field('Name of parameter 1').value, field('Value of parameter 2').value]).toEqual([
      'limit',
      'a b',
    ]);
    expect(screen.getByText(/Sent as typed/).textContent).toContain('flag');

    await fill(field('Value of parameter 1'), '20');
    expect((await url()).value).toBe('http://127.0.0.1:5362/me?flag&limit=20&q=a%20b');
    await user.click(screen.getByLabelText('Send parameter 1'));
    expect((await url()).value).toBe('http://127.0.0.1:5362/me?flag&q=a%20b');
    await user.type(await url(), 'c');

    expect(await sentDraft(rendered)).toMatchObject({
      url: 'http://127.0.0.1:5362/me?flag',
      params: [row('limit', '20', false), row('q', 'a bc')],
    });
  });

  it('have a row for each variable of the path', async () => {
    const rendered = renderScreen('requests');
    await rendered.fill(await url(), 'http://127.0.0.1:5362/users/:id/posts/:post');

    await rendered.fill(field('Value of path variable id'), '7');
    expect(field('Value of path variable post').placeholder).toBe('Sent as :post');

    expect(await sentDraft(rendered)).toMatchObject({ pathVariables: [row('id', '7')] });
  });
});

describe('rows as text', () => {
  it('are edited at once and come back as a table', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.click(screen.getByRole('tab', { name: 'Headers' }));
    const headers = screen.getByRole('tabpanel', { name: 'Headers' });

    await user.click(within(headers).getByRole('button', { name: 'Edit as text' }));
    await fill(field('Request headers as text'), 'Accept: text/csv\n// X-Trace: 1');
    await user.click(within(headers).getByRole('button', { name: 'Edit as a table' }));

    expect(field('Value of header 1').value).toBe('text/csv');
    expect(await sentDraft(rendered)).toMatchObject({
      headers: [row('Accept', 'text/csv'), row('X-Trace', '1', false)],
    });
  });
});

describe('headers', () => {
  it('suggest names and values, by keyboard', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.click(screen.getByRole('tab', { name: 'Headers' }));

    await user.click(field('Name of new header'));
    await user.keyboard('content-t');
    const list = screen.getByRole('listbox', { name: /^Suggestions for name/ });
    expect(within(list).getByRole('option', { name: 'Content-Type' })).toBeTruthy();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field('Name of header 1').value).toBe('Content-Type');
    expect(screen.queryByRole('listbox')).toBeNull();

    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('Value of header 1'));
    await user.keyboard('application/j{ArrowDown}');
    expect(field('Value of header 1').getAttribute('aria-activedescendant')).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field('Value of header 1').value).toBe('application/j');
  });
});

describe('a body', () => {
  it('of parts has texts, and files that the person chooses', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.click(screen.getByRole('tab', { name: 'Body' }));
    await user.click(screen.getByRole('radio', { name: 'Multipart' }));

    await fill(field('Name of new part'), 'note');
    await fill(field('Value of part 1'), 'hello');
    await fill(field('Name of new part'), 'report');
    await user.click(screen.getByRole('button', { name: /Kind of part 2/ }));
    await user.click(await screen.findByRole('option', { name: 'File' }));
    await user.click(screen.getByRole('button', { name: 'Choose a file for part 2' }));
    expect(await screen.findByText('4.3 KB')).toBeTruthy();

    expect(await sentDraft(rendered)).toMatchObject({
      body: {
        kind: 'multipart',
        parts: [
          { kind: 'text', name: 'note', value: 'hello' },
          { kind: 'file', name: 'report', paths: [CHOSEN_PATH] },
        ],
      },
    });
  });

  it('of a file says what is chosen, and one of HTML is a kind of text', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.click(screen.getByRole('tab', { name: 'Body' }));
    await user.click(screen.getByRole('radio', { name: 'File' }));
    // Where it goes is worked out a moment after the last letter.
    await screen.findByText('http://127.0.0.1:5362/me', { selector: 'span' });
    await user.click(screen.getByRole('button', { name: 'Choose a file for the body' }));

    expect(await screen.findByText('report.csv')).toBeTruthy();
    expect(rendered.bridge.calls.find(({ command }) => command === 'files.choose')?.input).toMatchObject({
      origin: 'http://127.0.0.1:5362',
    });
    expect(await sentDraft(rendered)).toMatchObject({ body: { kind: 'binary', path: CHOSEN_PATH } });

    expect(await screen.findByText('May go to 127.0.0.1:5362')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Where the file for the body may go' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Take back http:\/\/127\.0\.0\.1:5362/ }));
    await waitFor(() => {
      expect(screen.queryByText(/^May go to/)).toBeNull();
    });

    await user.click(screen.getByRole('radio', { name: 'Text' }));
    await user.click(screen.getByRole('button', { name: /Kind of text/ }));
    await user.click(await screen.findByRole('option', { name: 'HTML' }));
    expect(await sentDraft(rendered)).toMatchObject({ body: { kind: 'html' } });
  });

  it('goes through a proxy of its own, once that has an address', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.click(screen.getByRole('tab', { name: 'Settings' }));
    await user.click(screen.getByRole('button', { name: /Proxy/ }));
    await user.click(await screen.findByRole('option', { name: 'Another one' }));

    await fill(field('Address of the proxy'), 'pro\u202exy.test:8080');
    expect(screen.getByText(/Type an address such as/)).toBeTruthy();
    await fill(field('Address of the proxy'), 'me:pw@proxy.test');
    expect(screen.getByText(/Type an address such as/)).toBeTruthy();
    await fill(field('Address of the proxy'), 'proxy.test:8080');

    expect(await sentDraft(rendered)).toMatchObject({
      settings: { proxy: 'other', proxyAddress: 'http://proxy.test:8080' },
    });
  });

  it('of GraphQL is sent with POST, and says where its variables are no JSON', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/graphql');
    await user.click(screen.getByRole('tab', { name: 'Body' }));
    await user.click(screen.getByRole('radio', { name: 'GraphQL' }));

    await fill(await screen.findByLabelText('GraphQL query'), '{ me { id } }');
    await fill(await screen.findByLabelText('GraphQL variables'), '{ "a": 1, }');
    expect((await screen.findByText('Line 1, column 11')).parentElement?.textContent).toContain('a name');

    await fill(field('GraphQL operation'), 'Mine');
    expect(await sentDraft(rendered)).toMatchObject({
      method: 'POST',
      body: { kind: 'graphql', query: '{ me { id } }', variables: '{ "a": 1, }', operationName: 'Mine' },
    });
  });

  it('of GraphQL offers the operations of a query that has several', async () => {
    const rendered = renderScreen('requests');
    const { user, fill } = rendered;
    await fill(await url(), 'http://127.0.0.1:5362/graphql');
    await user.click(screen.getByRole('tab', { name: 'Body' }));
    await user.click(screen.getByRole('radio', { name: 'GraphQL' }));
    await fill(field('GraphQL operation'), 'Mine');

    await fill(await screen.findByLabelText('GraphQL query'), 'query A { a } mutation B { b }');
    await user.click(await screen.findByRole('button', { name: /GraphQL operation/ }));
    const options = screen.getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['A', 'B', 'MineNot in the query']);
    await user.click(screen.getByRole('option', { name: 'B' }));

    expect(await sentDraft(rendered)).toMatchObject({ body: { operationName: 'B' } });
  });
});

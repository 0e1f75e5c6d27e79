import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchangeTexts } from '../../shared/texts/en/exchange.ts';
import type { Camera } from './camera.ts';
import { send } from './requests.ts';

const PAGE = `<!doctype html><style>body { font: 16px sans-serif; margin: 2rem } h1 { color: #2b5 }</style>
  <h1>Monthly report</h1><p>Prepared for <b>Ada</b>. <a href="/more">More</a></p><script>document.body.innerHTML = 'no'</script>`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#2b6cb0"/>
  <circle cx="160" cy="90" r="60" fill="#fff"/><text x="160" y="96" text-anchor="middle" font-family="sans-serif">SVG</text></svg>`;

function answerAt(path: string, response: ServerResponse, count: number): void {
  const answer = (type: string, body: string | Buffer, headers = {}): void => {
    response.writeHead(200, { 'Content-Type': type, ...headers });
    response.end(body);
  };
  switch (path) {
    case '/users': {
      const users = Array.from({ length: 12 }, (_, index) => ({
        id: index + 1,
        name: ['Ada', 'Grace', 'Linus'][index % 3],
        isActive: (index + count) % 4 !== 0,
        roles: ['reader'],
      }));
      answer('application/json', JSON.stringify({ users, page: { number: 1, total: 9 } }), {
        'Set-Cookie': [
          'session=0f9a8b7c; HttpOnly; Secure; SameSite=Lax; Path=/',
          'theme=dark; Max-Age=86400',
        ],
      });
      break;
    }
    case '/report':
      answer('text/html', PAGE);
      break;
    case '/drawing.svg':
      answer('image/svg+xml', DRAWING);
      break;
    case '/archive':
      answer(
        'application/octet-stream',
        Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256)),
      );
      break;
    case '/large':
      answer(
        'application/json',
        JSON.stringify({
          notes: ['a'.repeat(60)],
          rows: Array.from({ length: 9_000 }, (_, id) => ({ id, tags: ['a', 'b'] })),
        }),
      );
      break;
    case '/log':
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      for (let at = 1; at <= 40; at += 1)
        response.write(
          `12:00:${String(at).padStart(2, '0')} worker ${String(at % 4)} took job ${String(at * 31)}\n`,
        );
      break;
    default:
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (let at = 1; at <= 6; at += 1)
        response.write(
          `id: ${String(at)}\nevent: ${at % 2 === 0 ? 'price' : 'volume'}\ndata: {"symbol":"KF","value":${String(at * 17)}}\n\n`,
        );
  }
}

/** The ways to look at a response, a stream of events, and what is left in the history. */
export async function responsePictures(camera: Camera): Promise<void> {
  const { window, take } = camera;
  let count = 0;
  const server = createServer((request, response) => {
    answerAt(request.url ?? '', response, (count += 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const response = window.getByRole('region', { name: 'Response', exact: true });
  const tab = (name: string) => response.getByRole('tab', { name }).click();
  try {
    await camera.go('Requests');
    await send(camera, `${url}/users`);
    const filter = response.getByRole('textbox', { name: 'Filter (JSONPath)' });
    await filter.fill('$.users[?@.isActive].name');
    await response.getByText(/matches$/).waitFor();
    await take('response-filter');
    await filter.fill('$.users[?');
    await response.getByText(/at character/).waitFor();
    await take('response-filter-wrong');
    await filter.fill('');
    await response.getByText('Tree', { exact: true }).click();
    await response.getByRole('searchbox', { name: 'Search the tree' }).fill('grace');
    await response.getByRole('searchbox', { name: 'Search the tree' }).press('Enter');
    await take('response-tree');
    await tab('Cookies');
    await take('response-cookies');
    await send(camera, `${url}/users`);
    await tab('Compare');
    await response.getByRole('textbox', { name: 'This response' }).waitFor();
    await take('response-compare');
    await tab('Body');
    await send(camera, `${url}/report`);
    await response.getByText('Preview', { exact: true }).click();
    await take('response-html');
    await send(camera, `${url}/drawing.svg`);
    await response.getByText(/pixels$/).waitFor();
    await take('response-image');
    await send(camera, `${url}/archive`);
    await take('response-hex');
    await window.getByRole('textbox', { name: 'URL', exact: true }).fill(`${url}/prices`);
    await window.getByRole('button', { name: 'Send', exact: true }).click();
    await response.getByRole('option').first().waitFor();
    await take('response-events-live');
    await response.getByRole('button', { name: 'Stop', exact: true }).click();
    await tab('Events');
    await response.getByRole('option').first().click();
    await take('response-events');
    await window.getByRole('textbox', { name: 'URL', exact: true }).fill(`${url}/log`);
    await window.getByRole('button', { name: 'Send', exact: true }).click();
    await response.getByRole('listbox', { name: 'Lines' }).waitFor();
    await take('response-text-live');
    await response.getByRole('button', { name: 'Stop and keep' }).click();
    await send(camera, `${url}/large`);
    await tab('Body');
    const { json } = camera.speech.textsOf(exchangeTexts);
    const spokenFilter = window.getByRole('textbox', { name: json.filter });
    await camera.takeWithin('response-filtering', {
      enter: async () => {
        // It goes back over the same letters for ever: the filter is still at it when the picture is taken.
        await spokenFilter.fill("$.notes[?search(@, '(a+)+b')]");
        await window.getByText(json.filtering).waitFor();
      },
      leave: async () => {
        await spokenFilter.fill('');
      },
    });
    await camera.go('History');
    await camera.press('Pin');
    await take('history-filters');
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';

/**
 * The floor: the least that a script must do which runs a Postman collection. It reads the file, resolves variables, sends with
 * undici, a number of requests at a time, reads each answer as text, and keeps a row of each. It checks, masks and stores nothing.
 * `node floor.js <collection> <in flight>`
 */
interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly request?: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly header: readonly { readonly key: string; readonly value: string }[];
    readonly body?: { readonly raw: string };
  };
}

const [file = '', inFlight = '1'] = process.argv.slice(2);
const collection = JSON.parse(readFileSync(file, 'utf8')) as {
  item: Item[];
  variable: { key: string; value: string }[];
};
const variables = new Map(collection.variable.map(({ key, value }) => [key, value]));
const resolved = (text: string): string =>
  text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => variables.get(name) ?? whole);
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => (item.item === undefined ? [item] : flat(item.item)));

const items = flat(collection.item);
const agent = new Agent({ connections: Number(inFlight), pipelining: 1 });
const rows: { name: string; status: number; ms: number; bytes: number }[] = [];
let next = 0;

async function work(): Promise<void> {
  for (;;) {
    const item = items[next];
    next += 1;
    if (item === undefined) return;
    if (item.request === undefined) continue;
    const { method, url, header, body } = item.request;
    const headers = Object.fromEntries(header.map(({ key, value }) => [key, resolved(value)]));
    const startedAt = performance.now();
    const options = {
      method,
      headers,
      dispatcher: agent,
      body: body === undefined ? null : resolved(body.raw),
    };
    const answer = await request(resolved(url), options);
    const text = await answer.body.text();
    rows.push({
      name: item.name,
      status: answer.statusCode,
      ms: performance.now() - startedAt,
      bytes: text.length,
    });
  }
}

await Promise.all(Array.from({ length: Number(inFlight) }, work));
const failed = rows.filter(({ status }) => status !== 200).length;
console.log(JSON.stringify({ requests: rows.length, failed }));
await agent.close();

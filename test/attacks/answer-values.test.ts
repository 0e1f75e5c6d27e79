import { afterEach, describe, expect, it } from 'vitest';
import { followBody } from '../../electron/requests/follow-body.ts';
import { createKeptResponses } from '../../electron/requests/kept-responses.ts';
import { createRedactor } from '../../electron/requests/redactor.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import type { KeepRow } from '../../shared/domain/kept-value.ts';
import { searchBytes } from '../support/canary.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { holds } from '../support/holds.ts';
import { inMemoryBodyFiles } from '../support/in-memory-body-files.ts';
import { manualClock } from '../support/in-memory-ports.ts';
import { errorOf } from '../support/results.ts';
import { boundBench, newSecret } from '../support/sender-bench.ts';
import { redirectTo, startServer, type Answer } from '../support/servers.ts';

afterEach(closeAll);

const KEEPS: readonly KeepRow[] = [
  { name: 'v', from: 'json-path', at: '$.v', isHidden: false, isEnabled: true },
  { name: 'token', from: 'json-path', at: '$.token', isHidden: false, isEnabled: true },
];

const giving =
  (json: unknown): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(json));
  };

/** A server that is not trusted gives the values; the key's own server gets what is made of them. */
async function rig(json: unknown) {
  const hostile = open(await startServer({ answer: giving(json) }));
  const bound = await boundBench();
  await bound.bench.exchange({ url: hostile.origin(), keeps: KEEPS });
  const use = (draft: Partial<RequestDraft>) => bound.bench.send({ url: bound.origin, ...draft });
  return { ...bound, hostile, use };
}

const header = (value: string) => [{ name: 'X-Value', value, isEnabled: true }];

describe('an answer whose values are kept', () => {
  it('hands over no value beyond what a header may hold', holds('limits.answer-value'), async () => {
    const { server, use } = await rig({ v: 'x'.repeat(4_000_000), token: ['x'] });
    const error = errorOf(await use({ headers: header('{{v}}') }));
    expect(error.code).toBe('variable-unresolved');
    expect(JSON.stringify(error).length).toBeLessThan(1_000);
    expect(server.received).toEqual([]);
  });

  it('begins no other header and no other request', holds('limits.answer-line-breaks'), async () => {
    for (const v of ['a\r\nX-Evil: 1', 'a\nX-Evil: 1', 'a\0b', 'a\u2028b', 'a\r\n\r\nGET /evil HTTP/1.1']) {
      const { server, use } = await rig({ v, token: v });
      expect(errorOf(await use({ headers: header('{{v}}') })).code).toBe('variable-unresolved');
      expect(errorOf(await use({ headers: header('{{token}}') })).code).toBe('variable-unresolved');
      expect(errorOf(await use({ url: 'http://127.0.0.1:1/{{v}}' })).code).toBe('variable-unresolved');
      expect(server.received).toEqual([]);
    }
  });

  it('gets no variable resolved, and no key', holds('binding.answer-template'), async () => {
    for (const v of ['{{postman-api-key}}', '{{key:CI}}', 'a {{baseUrl}}', '}}{{x']) {
      const { server, bench, use } = await rig({ v, token: v });
      expect(errorOf(await use({ headers: header('{{v}}') })).code).toBe('variable-unresolved');
      expect(errorOf(await use({ headers: header('{{token}}') })).code).toBe('variable-unresolved');
      expect(server.received).toEqual([]);
      expect(bench.keys.uses).toEqual([]);
    }
    // Halves that come together only where they are used stay text.
    const { server, bench, use } = await rig({ v: '{', token: '{' });
    await use({ headers: header('{{v}}{postman-api-key}}'), keyChoice: { kind: 'none' } });
    expect(server.received.map(({ headers }) => headers['x-value'])).toEqual(['{{postman-api-key}}']);
    expect(bench.keys.uses).toEqual([]);
  });

  it('decides not where a key goes', holds('binding.answer-address'), async () => {
    const { bench, hostile, use } = await rig({ v: 'placeholder', token: 'x' });
    const host = new URL(hostile.origin()).host;
    await bench.exchange({
      url: open(await startServer({ answer: giving({ v: host }) })).origin(),
      keeps: KEEPS,
    });
    await use({ url: 'http://{{v}}/me' });
    expect(hostile.received.at(-1)?.url).toBe('/me');
    expect(hostile.received.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true);
  });

  it(
    'has its secret sent to its own server alone, at every redirect',
    holds('binding.answer-secret'),
    async () => {
      const secret = newSecret().replaceAll(/[^\w-]/g, 'x');
      const foreign = open(await startServer());
      const bench = (await boundBench()).bench;
      const own = open(
        await startServer({
          answer: (request, response) => {
            if (request.url === '/away') redirectTo(`${foreign.origin()}/`, 307)(request, response);
            else giving({ token: secret })(request, response);
          },
        }),
      );
      await bench.exchange({ url: own.origin(), keeps: KEEPS });
      const body = { kind: 'text', text: '{{token}}' } as const;
      const bearer = [{ name: 'Authorization', value: 'Bearer {{token}}', isEnabled: true }];

      const away = await bench.exchange({
        method: 'POST',
        url: `${own.origin()}/away`,
        headers: bearer,
        body,
      });
      expect(own.received.at(-1)?.headers.authorization).toBe(`Bearer ${secret}`);
      expect(codeOf(away)).toBe('variable-withheld');
      const straight = await bench.exchange({ url: foreign.origin(), headers: bearer });
      expect(codeOf(straight)).toBe('variable-withheld');
      expect(foreign.received).toEqual([]);
      const inAddress = errorOf(await bench.send({ url: `${own.origin()}/{{token}}` }));
      expect(inAddress.code).toBe('secret-variable-misplaced');

      const shown = JSON.stringify([away, straight, inAddress, bench.published]);
      const kept = JSON.stringify(bench.history.list({ limit: 10, before: null, search: '' }));
      expect(searchBytes('shown', shown, [secret])).toEqual([]);
      expect(searchBytes('history', kept, [secret])).toEqual([]);
      expect(
        searchBytes('ledger', JSON.stringify(bench.ledger.all('SELECT * FROM history')), [secret]),
      ).toEqual([]);
    },
  );

  it.each(['text/plain', 'application/x-ndjson'])(
    'is not drawn on its way as %s, before it is known what of it is a secret',
    holds('binding.answer-secret'),
    async (type) => {
      const told = async (isAnswerKept: boolean): Promise<number> => {
        const clock = manualClock();
        const published: unknown[] = [];
        const live = followBody({
          ...{ id: 'exchange-1', redactor: createRedactor(), clock, isAnswerKept },
          keptResponses: createKeptResponses({ files: inMemoryBodyFiles() }),
          stop: new AbortController().signal,
          publish: (_event, payload) => void published.push(payload),
        })(type);
        void live.write(Buffer.from(`${JSON.stringify({ token: newSecret() })}\n`));
        clock.advance(5_000);
        await live.finish();
        return published.length;
      };
      expect(await told(false)).toBeGreaterThan(0);
      expect(await told(true)).toBe(0);
    },
  );
});

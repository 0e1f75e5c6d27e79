import { expect, it } from 'vitest';
import { harOf } from '../../../electron/exports/har.ts';
import { closeAll } from '../../support/closing.ts';
import { boundBench } from '../../support/sender-bench.ts';
import { valueOf } from '../../support/results.ts';

it('an exchange of the history becomes a HAR of its hops, as redacted as it is there', async () => {
  const { origin, bench } = await boundBench();
  try {
    const exchange = await bench.exchange({
      method: 'POST',
      url: `${origin}/orders?page=2`,
      headers: [{ name: 'Authorization', value: 'Bearer typed-by-hand-1', isEnabled: true }],
      body: { kind: 'json', text: '{"a":1}' },
    });
    const har = harOf(valueOf(bench.history.get(exchange.id)), '1.2.3');
    const text = JSON.stringify(har);
    expect(text).not.toContain(bench.secret);
    expect(text).not.toContain('typed-by-hand-1');
    expect(har).toMatchObject({
      log: {
        version: '1.2',
        creator: { name: 'Keyfob', version: '1.2.3' },
        entries: [
          {
            request: {
              method: 'POST',
              url: `${origin}/orders?page=2`,
              queryString: [{ name: 'page', value: '2' }],
              postData: { mimeType: 'application/json', text: '{"a":1}' },
            },
            response: { status: 200, content: { text: 'ok' } },
          },
        ],
      },
    });
  } finally {
    await closeAll();
  }
});

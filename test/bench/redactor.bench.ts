import { randomBytes } from 'node:crypto';
import { createRedactor } from '../../electron/requests/redactor.ts';
import { PREVIEW_LIMIT_BYTES } from '../../shared/domain/exchange.ts';
import { compareMs, type Bench } from './bench.ts';

/** Five megabytes as an API answers them: JSON with names, numbers, escapes and text of other scripts. */
function response(): string {
  const items: string[] = [];
  let length = 0;
  while (length < PREVIEW_LIMIT_BYTES) {
    const item = JSON.stringify({
      id: randomBytes(12).toString('hex'),
      name: `Übergabe "${String(items.length)}"\n`,
      url: `https://api.example.com/items/${String(items.length)}?page=1&size=50`,
      score: items.length / 7,
    });
    items.push(item);
    length += Buffer.byteLength(item) + 1;
  }
  return `[${items.join(',')}]`;
}

/** What it costs to mask a key in all its forms, against one pass that looks for the key as it is. */
export const bench: Bench = {
  name: 'redactor',
  async run() {
    const secret = `kfak_${randomBytes(24).toString('hex')}`;
    const text = response();
    const bytes = Buffer.from(text);
    const redactor = createRedactor();
    redactor.add(secret, 'kfak_••••');
    const needle = Buffer.from(secret);
    const [value, plain] = await compareMs(
      15,
      () => redactor.mask(text),
      () => bytes.indexOf(needle),
    );
    redactor.forget();
    return [
      {
        label: 'mask 5 MB of response',
        value,
        unit: 'ms',
        base: { label: 'Buffer.indexOf over it', value: plain },
      },
    ];
  },
};

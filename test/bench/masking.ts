import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createRedactor } from '../../electron/requests/redactor.ts';
import { createStreamMasker } from '../../electron/requests/stream-masker.ts';

/** How fast a body is masked while it is kept, in MiB/s: `node test/bench/masking.ts [MiB]`. The best of five rounds counts. */
const MIB = 1024 * 1024;
const size = Number(process.argv[2] ?? '32') * MIB;
const BLOCK = 256 * 1024;

function repeated(line: (index: number) => string): Buffer {
  const lines: string[] = [];
  let length = 0;
  for (let index = 0; length < 4 * MIB; index += 1) {
    const text = line(index);
    lines.push(text);
    length += text.length;
  }
  return Buffer.from(lines.join(''));
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

const bodies: Readonly<Record<string, Buffer>> = {
  'random bytes': randomBytes(4 * MIB),
  'log lines': repeated(
    (index) =>
      `2026-03-04T10:00:${String(index % 60).padStart(2, '0')}Z INFO GET /items/${String(index)}?page=1&size=50 200 ${hex(4)}\n`,
  ),
  JSON: repeated((index) =>
    JSON.stringify({
      id: hex(12),
      name: `Übergabe "${String(index)}"\n`,
      url: `https://a.example/${String(index)}?a=1&b=2`,
    }),
  ),
  'base64 in lines': Buffer.from(
    (
      randomBytes(3 * MIB)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
  ),
  'percent signs': repeated((index) => `%20${String(index)}+%2F%3D&amp;`),
};

const secrets = (count: number): readonly string[] =>
  Array.from({ length: count }, () => `kfak_${hex(4)}_${hex(19)}`);

for (const count of [1, 3]) {
  for (const [name, body] of Object.entries(bodies)) {
    let best = Infinity;
    for (let round = 0; round < 5; round += 1) {
      const redactor = createRedactor();
      for (const secret of secrets(count)) redactor.add(secret, '••••');
      const masker = createStreamMasker(redactor);
      const began = performance.now();
      for (let done = 0; done < size; done += BLOCK) {
        const start = done % body.length;
        masker.push(body.subarray(start, start + BLOCK));
      }
      masker.end();
      best = Math.min(best, performance.now() - began);
    }
    const speed = size / MIB / (best / 1000);
    console.log(`${String(count)} secret(s), ${name}: ${speed.toFixed(0)} MiB/s`);
  }
}

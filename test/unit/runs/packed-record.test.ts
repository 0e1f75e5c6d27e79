import { describe, expect, it } from 'vitest';
import { createRecordPacker } from '../../../electron/runs/packed-record.ts';
import { unpackRecord } from '../../../electron/runs/unpack-record.ts';
import type { Hop } from '../../../shared/domain/exchange.ts';
import type { RunRecord } from '../../../shared/domain/run.ts';
import { answeredCall } from '../../support/usage-exchange.ts';

function aRecord(exchange: RunRecord['exchange']): RunRecord {
  return {
    row: {
      ...{ seq: 1, iteration: 1, requestId: 'r1', name: 'List', method: 'GET', url: 'https://a.example/' },
      ...{ status: 200, errorCode: null, apiKeyName: 'CI', verdict: 'passed', startedAfterMs: 0 },
      ...{ durationMs: 1, bodyBytes: 2, attempts: 1, isKeyWithheld: false },
    },
    expectations: [],
    exchange,
    problem: null,
  };
}

const packRecord = (record: RunRecord) => createRecordPacker().pack(record);
const noOther = (): null => null;

const headers = { 'Content-Type': 'text/plain', 'X-Odd': '1' };

describe('a record as it is kept', () => {
  it('holds the headers of the answer once, and has them again when it is read', () => {
    const record = aRecord(answeredCall({ id: 'exchange-1', headers }));
    const { rowText, restText } = packRecord(record);
    expect(restText.split('X-Odd')).toHaveLength(2);
    expect(restText.split('https://api.example.com/items')).toHaveLength(2);
    expect(unpackRecord(rowText, restText, noOther)).toEqual(record);
  });

  it('keeps each hop’s own address and headers, and an answer’s headers that are none of theirs', () => {
    const last = answeredCall({ id: 'exchange-1', url: 'https://api.example.com/next', headers });
    const first = answeredCall({ id: 'exchange-1', status: 302, headers: { Location: '/next' } });
    const asked = [{ name: 'X-API-Key', value: '••••', isSecret: true }];
    const hops = [...first.hops, ...last.hops].map((hop) => ({ ...hop, requestHeaders: asked }));
    const redirected = { ...last, url: first.url, hops };
    expect(redirected.outcome.kind === 'response' && redirected.outcome.response.headers).toHaveLength(2);
    const record = aRecord(structuredClone(redirected));
    const { rowText, restText } = packRecord(record);
    expect(unpackRecord(rowText, restText, noOther)).toEqual(record);
  });

  it('is read whole where the headers stand twice in it', () => {
    const record = aRecord(answeredCall({ id: 'exchange-1', headers }));
    const { row, ...rest } = record;
    expect(unpackRecord(JSON.stringify(row), JSON.stringify(rest), noOther)).toEqual(record);
  });

  it('has wide characters again, whatever the mask and the headers hold', () => {
    const odd = { 'X-Odd': '“quoted” \\ \u{1f511} é', 'Content-Type': 'text/plain' };
    const answered = answeredCall({ id: 'exchange-1', headers: odd });
    const asked = [{ name: 'X-API-Key', value: 'PMAK-••••abcd', isSecret: true }];
    const hops = answered.hops.map((hop) => ({ ...hop, requestHeaders: asked, statusText: 'Gefunden ✓' }));
    const record = aRecord({ ...answered, hops });
    const { rowText, restText } = packRecord(record);
    expect(unpackRecord(rowText, restText, noOther)).toEqual(record);
  });

  it('may have no answer, and no exchange', () => {
    for (const exchange of [answeredCall({ id: 'exchange-1', status: null }), null]) {
      const record = aRecord(exchange);
      const { rowText, restText } = packRecord(record);
      expect(unpackRecord(rowText, restText, noOther)).toEqual(record);
    }
  });
});

describe('records of one run', () => {
  const asked = (value: string) => [
    { name: 'X-API-Key', value: 'PMAK-••••abcd', isSecret: true },
    { name: 'Accept', value, isSecret: false },
  ];
  const signing = {
    ...{ kind: 'sent' as const, apiKeyId: 'key-1', apiKeyName: 'CI', mask: 'PMAK-••••abcd' },
    ...{ headerName: 'X-API-Key', origin: 'https://api.example.com' },
  };
  const connection = { isReused: true, localAddress: '127.0.0.1:1', proxy: null, tls: null };
  /** `change` of the first hop. */
  function numbered(seq: number, change: Partial<Hop> = {}, id = `exchange-${String(seq)}`): RunRecord {
    const answered = answeredCall({ id, headers });
    const hops = answered.hops.map((hop, index) => ({
      ...{ ...hop, signing, connection, requestHeaders: asked('text/plain') },
      ...(index === 0 ? change : {}),
    }));
    const { row, ...rest } = aRecord({ ...answered, hops });
    return structuredClone({ row: { ...row, seq }, ...rest });
  }
  function packedAndRead(records: readonly RunRecord[]) {
    const packer = createRecordPacker();
    const packed = records.map((record) => packer.pack(record));
    const restOf = (seq: number) => packed.find(({ row }) => row.seq === seq)?.restText ?? null;
    return { packed, read: packed.map((each) => unpackRecord(each.rowText, each.restText, restOf)) };
  }

  it('hold what they have in common once, and are whole when they are read', () => {
    const records = [numbered(1), numbered(2), numbered(3)];
    const { packed, read } = packedAndRead(records);
    expect(read).toEqual(records);
    expect(packed.map(({ restText }) => restText.includes('PMAK-'))).toEqual([true, false, false]);
    expect(packed[2]?.restText.length).toBeLessThan((packed[0]?.restText.length ?? 0) / 2);
  });

  it.each<[string, Partial<Hop>]>([
    ['another key', { signing: { ...signing, mask: 'PMAK-••••wxyz' } }],
    [
      'a key that was withheld',
      { signing: { ...signing, kind: 'withheld', reason: 'key-expired', message: 'm', remedy: 'r' } },
    ],
    ['another origin', { origin: 'https://b.example' }],
    ['another value of a header', { requestHeaders: asked('image/png') }],
    ['a header less', { requestHeaders: asked('').slice(0, 1) }],
    ['no header', { requestHeaders: [], responseHeaders: [] }],
    [
      'a header more',
      { requestHeaders: [...asked('text/plain'), { name: 'X-More', value: '0', isSecret: false }] },
    ],
    [
      'a header that is a secret',
      { requestHeaders: asked('text/plain').map((header) => ({ ...header, isSecret: true })) },
    ],
    ['another answer', { status: 404, statusText: 'Not Found', httpVersion: '2', remoteAddress: '::1' }],
    [
      'no answer',
      { status: null, statusText: '', responseHeaders: [], httpVersion: null, remoteAddress: null },
    ],
    ['no connection', { connection: null }],
    ['another connection', { connection: { ...connection, isReused: false } }],
    [
      'headers that were dropped, and a place to go',
      { droppedHeaders: ['Cookie'], location: 'https://b.example/' },
    ],
    ['another method and address', { method: 'POST', url: 'https://api.example.com/else' }],
  ])('are told apart by %s', (_what, change) => {
    const records = [numbered(1), numbered(2, change), numbered(3), numbered(4, change), numbered(5, change)];
    expect(packedAndRead(records).read).toEqual(records);
  });

  it('are like no other after those were lost', () => {
    const packer = createRecordPacker();
    packer.pack(numbered(1));
    packer.forget();
    const { rowText, restText } = packer.pack(numbered(2));
    expect(unpackRecord(rowText, restText, noOther)).toEqual(numbered(2));
  });

  it('are not made up where the one that they are like is not there', () => {
    const { packed } = packedAndRead([numbered(1), numbered(2)]);
    const { rowText = '', restText = '' } = packed[1] ?? {};
    expect(() => unpackRecord(rowText, restText, noOther)).toThrow('is not there');
  });
});

import { describe, expect, it } from 'vitest';
import { packRecord, unpackRecord } from '../../../electron/runs/packed-record.ts';
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

const headers = { 'Content-Type': 'text/plain', 'X-Odd': '1' };

describe('a record as it is kept', () => {
  it('holds the headers of the answer once, and has them again when it is read', () => {
    const record = aRecord(answeredCall({ id: 'exchange-1', headers }));
    const { rowText, restText } = packRecord(record);
    expect(restText.split('X-Odd')).toHaveLength(2);
    expect(restText.split('https://api.example.com/items')).toHaveLength(2);
    expect(unpackRecord(rowText, restText)).toEqual(record);
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
    expect(unpackRecord(rowText, restText)).toEqual(record);
  });

  it('is read whole where the headers stand twice in it', () => {
    const record = aRecord(answeredCall({ id: 'exchange-1', headers }));
    const { row, ...rest } = record;
    expect(unpackRecord(JSON.stringify(row), JSON.stringify(rest))).toEqual(record);
  });

  it('has wide characters again, whatever the mask and the headers hold', () => {
    const odd = { 'X-Odd': '“quoted” \\ \u{1f511} é', 'Content-Type': 'text/plain' };
    const answered = answeredCall({ id: 'exchange-1', headers: odd });
    const asked = [{ name: 'X-API-Key', value: 'PMAK-••••abcd', isSecret: true }];
    const hops = answered.hops.map((hop) => ({ ...hop, requestHeaders: asked, statusText: 'Gefunden ✓' }));
    const record = aRecord({ ...answered, hops });
    const { rowText, restText } = packRecord(record);
    expect(unpackRecord(rowText, restText)).toEqual(record);
  });

  it('may have no answer, and no exchange', () => {
    for (const exchange of [answeredCall({ id: 'exchange-1', status: null }), null]) {
      const record = aRecord(exchange);
      const { rowText, restText } = packRecord(record);
      expect(unpackRecord(rowText, restText)).toEqual(record);
    }
  });
});

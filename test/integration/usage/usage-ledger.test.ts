import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../../electron/keys/ledger/open-ledger.ts';
import { migrate, MIGRATIONS } from '../../../electron/keys/ledger/migrations.ts';
import { SCHEMA_USAGE } from '../../../electron/keys/ledger/schema-usage.ts';
import { createHistory } from '../../../electron/requests/history.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { countCalls } from '../../../electron/usage/count-rows.ts';
import { localDay } from '../../../electron/usage/local-day.ts';
import { emptyRequestDraft } from '../../../shared/domain/http-request.ts';
import { manualClock, recordingLogger } from '../../support/in-memory-ports.ts';
import { valueOf } from '../../support/results.ts';
import { usageBench } from '../../support/usage-bench.ts';
import { answeredCall } from '../../support/usage-exchange.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kf-usage-'));
  folders.push(folder);
  return join(folder, 'keyfob.db');
}

function open(path: string) {
  const opened = openLedger({ path, clock: manualClock(Date.now()), logger: recordingLogger() });
  if (opened.kind === 'closed') throw new Error(`The ledger is closed: ${opened.state.reason}`);
  return opened.ledger;
}

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;

describe('a ledger on disk', () => {
  it('of the version before opens with its history counted', () => {
    const path = newPath();
    const before = new DatabaseSync(path);
    migrate(before, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SCHEMA_USAGE)), () => undefined);
    before.exec(
      `INSERT INTO history (id, at, method, url, status, duration_ms, body_bytes, record)
       VALUES ('past-0001', ${String(NOW)}, 'GET', 'https://a.example/', 200, 1, 0, '{"exchange":{"hops":[]}}')`,
    );
    before.close();
    const ledger = open(path);
    expect(ledger.all('SELECT day, calls FROM usage_counts')).toMatchObject([
      { day: localDay(NOW), calls: 1 },
    ]);
    ledger.close();
  });

  it('counts a call and keeps its history entry together, or neither', () => {
    const ledger = open(newPath());
    const { usage, notifier } = usageBench({ ledger, start: NOW });
    let isBroken = false;
    const history = createHistory({
      ledger,
      publish: () => undefined,
      alongside: (exchange) => {
        const after = usage.note(exchange);
        if (isBroken) throw new Error('A bug after the count');
        return after;
      },
    });
    const add = (id: string) =>
      history.add(
        { draft: emptyRequestDraft(), place: null },
        answeredCall({ id, headers: { 'RateLimit-Limit-Month': '10', 'RateLimit-Remaining-Month': '1' } }),
        createRedactor(),
      );
    isBroken = true;
    expect(() => add('exchange-1')).toThrow('A bug after the count');
    expect(ledger.all('SELECT 1 FROM usage_counts UNION ALL SELECT 1 FROM usage_warnings')).toEqual([]);
    expect(notifier.shown).toEqual([]);
    isBroken = false;
    valueOf(add('exchange-2'));
    expect(ledger.all('SELECT calls FROM usage_counts')).toMatchObject([{ calls: 1 }]);
    expect(notifier.shown).toHaveLength(1);
    valueOf(history.clear());
    expect(valueOf(usage.calls({ days: 7, apiKeyId: null })).series).toMatchObject([
      { calls: [0, 0, 0, 0, 0, 0, 1] },
    ]);
    ledger.close();
  });

  it('answers quickly about 100,000 calls in 400 days', () => {
    const ledger = open(newPath());
    const { usage } = usageBench({ ledger, start: NOW });
    const classes = ['2xx', '4xx', '5xx', 'none'] as const;
    ledger.transaction(() => {
      for (let index = 0; index < 100_000; index += 1) {
        const call = {
          day: localDay(NOW - (index % 400) * DAY_MS),
          apiKeyId: `key-${String(index % 25)}`,
          serviceId: 'postman',
          statusClass: classes[index % 4] ?? '2xx',
        };
        countCalls(ledger, call, 1);
      }
    });
    const times = Array.from({ length: 20 }, () => {
      const began = performance.now();
      const { series } = valueOf(usage.calls({ days: 90, apiKeyId: null }));
      const total = series.reduce((sum, { calls }) => sum + calls.reduce((a, b) => a + b, 0), 0);
      expect(total).toBe(90 * 250);
      return performance.now() - began;
    }).toSorted((a, b) => a - b);
    const median = times[10] ?? 0;
    const plan = ledger.all(
      `EXPLAIN QUERY PLAN SELECT day, sum(calls) FROM usage_counts WHERE day BETWEEN ? AND ? GROUP BY day, api_key_id, service_id`,
      ['2026-09-01', '2026-11-23'],
    );
    console.log(
      `90 days out of 100,000 calls: median ${median.toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    );
    expect(JSON.stringify(plan)).toContain('PRIMARY KEY (day>? AND day<?)');
    expect(median).toBeLessThan(100);
    ledger.close();
  });
});

import type { HistoryEntry, HistoryRecord } from '../../../../shared/domain/history-entry.ts';
import { emptyRequestDraft } from '../../../../shared/domain/http-request.ts';
import { anExchange, aResponse } from '../requests/exchange-builders.ts';

export function aHistoryEntry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: 'exchange-1',
    at: Date.UTC(2026, 0, 15, 12),
    method: 'GET',
    url: 'http://127.0.0.1:5362/me',
    status: 200,
    errorCode: null,
    apiKeyName: 'CI key',
    durationMs: 14,
    bodyBytes: 612,
    isPinned: false,
    ...changes,
  };
}

export function aHistoryRecord(changes: Partial<HistoryEntry> = {}): HistoryRecord {
  const entry = aHistoryEntry(changes);
  return {
    entry,
    draft: { ...emptyRequestDraft(), method: entry.method, url: entry.url },
    place: null,
    exchange: anExchange({
      id: entry.id,
      url: entry.url,
      outcome: {
        kind: 'response',
        response: aResponse({ status: entry.status ?? 200, statusText: `of ${entry.id}` }),
      },
    }),
  };
}

import type { HistoryStatus } from '../../domain/history-filter.ts';
import { defineTexts } from '../define-texts.ts';

type Time = 'any' | 'today' | 'week' | 'month' | 'dates';

/** What was sent. */
export const historyTexts = defineTexts('history', () => ({
  title: 'History',
  search: 'Search history',
  searchHint: 'URL, method, status or key',
  response: 'Response',
  sendAgain: 'Send again',
  openInRequests: 'Open in Requests',
  saveHar: 'Save as HAR',
  saved: (fileName: string) => `Saved ${fileName}.`,
  pin: 'Pin',
  pinHint: 'Pin: it stays when the history is cleared or grows too long',
  unpin: 'Unpin',
  pinned: 'Pinned',
  delete: 'Delete from history',
  chosenKey: 'The key that was chosen for it',
  filter: {
    label: 'Filter',
    method: 'Method',
    status: 'Status',
    key: 'Key',
    service: 'Service',
    time: 'Time',
    from: 'From',
    to: 'To',
    anyMethod: 'Any method',
    anyStatus: 'Any status',
    anyKey: 'Any key',
    anyService: 'Any service',
    clear: 'Clear filter',
  },
  statuses: {
    '2xx': '2xx success',
    '3xx': '3xx redirect',
    '4xx': '4xx client error',
    '5xx': '5xx server error',
    failed: 'No response',
  } satisfies Record<HistoryStatus, string>,
  times: {
    any: 'Any time',
    today: 'Today',
    week: 'Last 7 days',
    month: 'Last 30 days',
    dates: 'From – to…',
  } satisfies Record<Time, string>,
  noMatch: {
    title: 'Nothing found',
    showAll: 'Show all',
    byFilter: 'No sent request fits the filter.',
    bySearch: (search: string) => `No sent request matches “${search}”.`,
  },
  nothing: {
    title: 'Nothing was sent yet',
    action: 'New request',
    explanation:
      'Every request that you send is listed here, with each hop and what became of its key. Keys are never kept in it.',
  },
  clear: {
    open: 'Clear history…',
    question: 'Clear history?',
    action: 'Clear history',
    consequence:
      'Every sent request and its response is deleted from this computer, except pinned ones. This cannot be taken back. Keys and collections stay.',
  },
}));

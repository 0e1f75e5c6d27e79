import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/app/exposed-keys-page.tsx';
import { appError } from '../../../../shared/domain/app-error.ts';
import type {
  EndedScan,
  ExposedScan,
  FoundGroup,
  ScanProgress,
} from '../../../../shared/domain/exposed-scan.ts';
import { anApiKey } from '../../../support/builders.ts';
import { foundGroup } from '../../../support/found-group.ts';
import { holds } from '../../../support/holds.ts';
import { renderScreen } from '../requests/render-screen.tsx';

const target = { kind: 'folder', path: '~/shop' } as const;

const progress = (changes: Partial<ScanProgress> = {}): ScanProgress => ({
  ...{ id: 'scan-1', phase: 'reading', files: 1_200, bytes: 1024 * 1024, totalFiles: 4_800 },
  ...{ totalBytes: 4 * 1024 * 1024, current: 'deploy/notes.md', found: 0 },
  ...changes,
});

const running = (changes: Partial<ScanProgress> = {}): ExposedScan => ({
  ...{ kind: 'running', id: 'scan-1', target },
  progress: progress(changes),
});

const NO_GAPS = {
  ...{ unreadable: 0, vanished: 0, links: 0, special: 0, gitHistories: 0, leftOut: 0, ownFolder: 0 },
  ...{ otherPacked: 0, nested: 0, tooMuch: 0, damaged: 0 },
};

const ended = (changes: Partial<EndedScan> = {}): EndedScan => ({
  ...{ kind: 'ended', id: 'scan-1', target, outcome: 'complete', startedAt: 1_000, endedAt: 3_000 },
  ...{ files: 12, bytes: 2048, gaps: NO_GAPS, coverage: { values: 3, notOpened: 0, tooShort: 0 } },
  ...{ foreign: { local: 0, postman: 0 }, groups: [] },
  ...changes,
});

const key = anApiKey({ id: 'key-1', name: 'CI pipeline' });

function showScan(exposedScan: ExposedScan) {
  return renderScreen('exposed-keys', { exposedScan, keys: [key] });
}

const called = ({ bridge }: ReturnType<typeof showScan>, command: string) =>
  bridge.calls.filter((call) => call.command === command).map(({ input }) => input);

describe('before the first scan', () => {
  it('says what a scan does, and begins one of a folder or a file', async () => {
    const rendered = showScan({ kind: 'none' });
    expect(await screen.findByText('Find out where your keys lie')).toBeTruthy();
    await rendered.user.click(screen.getByRole('checkbox', { name: 'Leave out installed packages' }));
    await rendered.user.click(screen.getByRole('button', { name: 'Scan a folder…' }));
    await rendered.user.click(screen.getByRole('button', { name: 'Scan a file…' }));
    expect(called(rendered, 'exposed.scan')).toEqual([
      { target: 'folder', leavesOutPackages: true },
      { target: 'file', leavesOutPackages: true },
    ]);
  });

  it('says why a scan could not begin, and why the last one cannot be shown', async () => {
    const { bridge, user } = showScan({ kind: 'none' });
    bridge.failNext('exposed.scan', appError('vault-locked'));
    await user.click(await screen.findByRole('button', { name: 'Scan a folder…' }));
    expect((await screen.findAllByText(/Keyfob is locked/)).length).toBeGreaterThan(0);

    bridge.failNext('exposed.getScan', appError('internal'));
    act(() => {
      bridge.publish('exposed.changed', {});
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Find out where your keys lie')).toBeTruthy();
  });
});

describe('a scan that runs', () => {
  it('shows how far it is, and ends when the person cancels', async () => {
    const rendered = showScan(running({ phase: 'counting', totalFiles: 300 }));
    const { bridge, user } = rendered;
    const scan = within(await screen.findByRole('region', { name: 'Scan' }));
    expect(scan.getByText('300 files')).toBeTruthy();
    expect(scan.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);

    act(() => {
      bridge.publish('exposed.progressed', progress({ found: 2 }));
    });
    expect(scan.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(scan.getByText('1,200 of 4,800 files, 1.0 MB of 4.2 MB')).toBeTruthy();
    expect(scan.getByText('deploy/notes.md')).toBeTruthy();
    expect(scan.getByRole('status').textContent).toBe('Found in 2 places so far');
    // What another scan tells does not belong here.
    act(() => {
      bridge.publish('exposed.progressed', progress({ id: 'scan-0', found: 99 }));
    });
    expect(scan.queryByText('Found in 99 places so far')).toBeNull();

    await user.click(scan.getByRole('button', { name: 'Cancel' }));
    expect(called(rendered, 'exposed.cancel')).toEqual([{}]);
  });
});

describe('a scan that has ended', () => {
  it('says that nothing was found, and only where everything was searched that none lies there', async () => {
    const { bridge } = showScan(ended());
    expect(await screen.findByText('None of your keys lies there')).toBeTruthy();
    bridge.state.exposedScan = ended({
      gaps: { ...NO_GAPS, unreadable: 2, gitHistories: 1, tooMuch: 1, damaged: 3, otherPacked: 1, nested: 2 },
      coverage: { values: 3, notOpened: 1, tooShort: 0 },
    });
    act(() => {
      bridge.publish('exposed.changed', {});
    });
    expect(await screen.findByText('None of your keys was found in what was searched')).toBeTruthy();
    expect(screen.getByText('2 files or folders could not be read.')).toBeTruthy();
    expect(screen.getByText(/1 key of Postman or a custom service was not looked for/)).toBeTruthy();
    expect(screen.getByText(/1 Git history is in packs, which were not looked into/)).toBeTruthy();
    expect(screen.getByText(/^1 packed file unpacks to far too much/)).toBeTruthy();
    expect(screen.getByText(/^3 packed files are damaged/)).toBeTruthy();
    expect(screen.getByText(/^1 file is encrypted/)).toBeTruthy();
    expect(screen.getByText(/^2 archives lie in others/)).toBeTruthy();
  });

  it.each([
    ['cancelled', 'The scan was cancelled. This is what it found until then.'],
    ['failed', 'The scan broke off. This is what it found until then.'],
  ] as const)('says that it was %s, with what it found until then', async (outcome, title) => {
    showScan(ended({ outcome, groups: [foundGroup()] }));
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.getByText('1 value of your keys found in 2 places')).toBeTruthy();
  });

  it('lists whose value lies where, and shows a file in its folder', async () => {
    const rendered = showScan(
      ended({ groups: [foundGroup({ fileCount: 4 })], foreign: { local: 1, postman: 2 } }),
    );
    const rows = within(await screen.findByRole('list', { name: 'Found keys' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/CI pipeline.*kfak_.*abcd.*Works.*2 places in 4 files.*Whoever can read/),
      expect.stringMatching(/deploy\/notes\.md3:14, in Base64 from byte 90/),
      '3 more files are counted and not listed.',
    ]);
    expect(
      screen.getByText(
        'Also there, and not among your keys: 1 key of a Local API, 2 texts shaped like a Postman key.',
      ),
    ).toBeTruthy();
    await rendered.user.click(screen.getByRole('button', { name: 'Show deploy/notes.md in its folder' }));
    await rendered.user.click(screen.getByRole('button', { name: 'Copy the path of deploy/notes.md' }));
    expect(rendered.bridge.state.shownFiles).toEqual([7]);
    expect(rendered.bridge.state.copiedPaths).toEqual([7]);
  });

  it('replaces a value as exposed, shows the new one, and is scanned again', async () => {
    const rendered = showScan(ended({ groups: [foundGroup()] }));
    const { user } = rendered;
    await user.click(await screen.findByRole('button', { name: 'Regenerate as exposed: CI pipeline' }));
    const dialog = within(await screen.findByRole('dialog', { name: '“CI pipeline” was exposed' }));
    await user.click(dialog.getByRole('button', { name: 'Replace it now' }));
    await waitFor(() => {
      expect(called(rendered, 'keys.regenerateExposed')).toEqual([{ id: 'key-1' }]);
    });
    const reveal = within(await screen.findByRole('dialog', { name: /Copy your API key/ }));
    await user.click(reveal.getByRole('button', { name: 'Close' }));
    await user.click(screen.getByRole('button', { name: 'Scan again' }));
    expect(called(rendered, 'exposed.scan')).toEqual([{ target: 'again', leavesOutPackages: false }]);
  });

  it('offers nothing for what is refused already, and the way for what is not one’s own', async () => {
    const others: FoundGroup['key'] = {
      ...{ kind: 'api-key', apiKeyId: 'key-2', name: 'Theirs', mask: 'kfak_••••••••wxyz' },
      ...{ creatorName: 'Grace', serviceName: 'Local API', isLocal: true, isIssuedHere: true },
    };
    const shared: FoundGroup['key'] = {
      ...{ kind: 'access-key', accessKeyId: 'access-1', mask: 'kfat_••••••••1234' },
      ...{ collectionName: 'Weather', creatorName: null, hasExpired: false },
    };
    showScan(
      ended({
        groups: [
          foundGroup({ value: 'ended' }),
          foundGroup({ id: 2, key: others, files: [] }),
          foundGroup({ id: 3, key: shared, files: [] }),
          foundGroup({
            id: 4,
            key: { kind: 'revoked-key', name: 'Gone', isLocal: false },
            value: 'replaced',
            files: [],
          }),
        ],
      }),
    );
    expect(await screen.findByText('Refused')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Regenerate as exposed/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Go to Team keys' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go to API keys' })).toBeTruthy();
    expect(screen.getByText('Deleted here')).toBeTruthy();
  });

  it('shows names and paths as text', holds('confinement.markup'), async () => {
    const path = '<img src=x onerror=alert(1)>';
    showScan(ended({ groups: [foundGroup({ files: [{ id: 7, path, count: 1, places: [] }] })] }));
    expect((await screen.findAllByText(path)).length).toBeGreaterThan(0);
    expect(document.querySelector('img')).toBeNull();
  });
});

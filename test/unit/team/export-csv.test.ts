import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { EVERY_TEAM_KEY } from '../../../shared/domain/team.ts';
import { toCsv } from '../../../electron/team/csv.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { chosen, teamBench } from '../../support/team-bench.ts';
import { holds } from '../../support/holds.ts';

describe('CSV', () => {
  it('follows RFC 4180: CRLF, and quotes where a cell needs them', () => {
    expect(toCsv([['a', 'b, c', 'say "hi"', 'two\nlines', '']])).toBe(
      'a,"b, c","say ""hi""","two\nlines",\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'does not let %j run as a formula',
    holds('import.formulas'),
    (cell) => {
      expect(toCsv([[cell]])).toMatch(/^"?'/);
    },
  );

  it('keeps white space at the ends, which some readers cut off', () => {
    expect(toCsv([[' a ']])).toBe('" a "\r\n');
  });
});

describe('the export of the team’s keys', () => {
  const wanted = { filter: EVERY_TEAM_KEY, sort: 'oldest' } as const;

  it('holds what the list shows, masks and no value', holds('import.exports'), async () => {
    const { team, generate, secretOf, issue, addMember, keys, files } = teamBench();
    const own = await generate({ name: '=HYPERLINK("http://evil.example")' });
    const hers = await issue(addMember('Grace').id, 'Nightly');
    const secrets = [secretOf(own.id), valueOf(keys.reveal(hers.id)).secret];
    valueOf(team.revoke({ keys: chosen([hers.id]), reason: 'exposed' }));
    expect(valueOf(await team.exportCsv(wanted))).toEqual({ kind: 'saved', fileName: 'keys.csv', rows: 2 });
    const lines = files.get('/home/ada/keys.csv')?.split('\r\n') ?? [];
    expect(lines[0]).toMatch(/^\uFEFFName,Kind,Key,Service,Creator,/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")",API key,${own.mask},Local API,Ada,`);
    expect(lines[2]).toMatch(/^Nightly,.*,Grace,.*,revoked,.*,exposed$/);
    for (const secret of secrets) expect(lines.join()).not.toContain(secret.split('_')[2]);
  });

  it('holds only what the filter lets through', async () => {
    const { team, generate, files } = teamBench();
    await generate({ name: 'One' });
    await generate({ name: 'Two' });
    await team.exportCsv({ ...wanted, filter: { ...EVERY_TEAM_KEY, search: 'two' } });
    expect(files.get('/home/ada/keys.csv')).not.toContain('One');
  });

  it('is not written when the person changes their mind, and says so when the disk refuses', async () => {
    const { team, files, saving } = teamBench();
    saving.path = null;
    expect(valueOf(await team.exportCsv(wanted))).toEqual({ kind: 'cancelled' });
    saving.path = '/full.csv';
    saving.isRefused = true;
    expect(errorOf(await team.exportCsv(wanted)).code).toBe('export-failed');
    expect(files.size).toBe(0);
  });

  it('is written down in the activity, once the file is there', async () => {
    const { team, saving, ledger } = teamBench();
    const entries = () =>
      ledger.all("SELECT event FROM activity WHERE kind = 'exported'").map((row) => row['event']);
    saving.isRefused = true;
    await team.exportCsv(wanted);
    expect(entries()).toEqual([]);
    saving.isRefused = false;
    await team.exportCsv(wanted);
    expect(entries()).toEqual(['{"kind":"exported","what":"team-keys","format":"csv"}']);
  });

  it('is not written when somebody gave a key its value for a name', holds('import.exports'), async () => {
    const { team, generate, secretOf, files, keys } = teamBench();
    const { id } = await generate({ name: 'CI' });
    valueOf(keys.rename({ id, name: secretOf(id) }));
    expect(errorOf(await team.exportCsv(wanted)).code).toBe('export-holds-secret');
    expect(files.size).toBe(0);
  });

  it('says by which rule a key ends, and why it was ended', async () => {
    const { team, generate, clock, policies, files } = teamBench();
    const { user } = NO_POLICIES;
    valueOf(policies.set({ user: { ...user, idleDays: 30 }, team: null }));
    await generate({ name: 'Idle' });
    clock.advance(31 * DAY_MS);
    await team.exportCsv(wanted);
    expect(files.get('/home/ada/keys.csv')).toMatch(
      /^Idle,.*,Unused for 30 days,.*,expired,,by inactivity\r$/m,
    );
  });
});

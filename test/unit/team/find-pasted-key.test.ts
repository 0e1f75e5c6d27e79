import { describe, expect, it } from 'vitest';
import { errorOf, valueOf } from '../../support/results.ts';
import { chosen, teamBench } from '../../support/team-bench.ts';

async function pasting() {
  const bench = teamBench();
  const own = await bench.generate({ name: 'CI pipeline' });
  const paste = async (text: string) => {
    bench.clipboard.formats = onClipboard(text);
    return valueOf(await bench.team.findPasted());
  };
  return { ...bench, own, secret: bench.secretOf(own.id), paste };
}

const onClipboard = (text: string) => new Map([['text/plain', text]]);

describe('a key that is found by its pasted value', () => {
  it('is told with the white space around it taken off', async () => {
    const { paste, own, secret } = await pasting();
    expect(await paste(` ${secret}\n`)).toMatchObject({
      kind: 'found',
      key: { id: own.id },
      value: 'current',
    });
  });

  it('belongs to any member', async () => {
    const { paste, issue, addMember, keys } = await pasting();
    const hers = await issue(addMember('Grace').id, 'Nightly');
    const { secret } = valueOf(keys.reveal(hers.id));
    expect(await paste(secret)).toMatchObject({ kind: 'found', key: { id: hers.id, creatorName: 'Grace' } });
  });

  it('is told after it was regenerated, in its grace and after it, and after it was revoked', async () => {
    const { paste, own, secret, keys, clock, team } = await pasting();
    valueOf(await keys.regenerate({ id: own.id, grace: '1h' }));
    expect(await paste(secret)).toMatchObject({ key: { id: own.id }, value: 'in-grace' });
    clock.advance(3_600_000);
    expect(await paste(secret)).toMatchObject({ key: { id: own.id }, value: 'retired' });
    valueOf(team.revoke({ keys: chosen([own.id]), reason: 'exposed' }));
    expect(await paste(secret)).toMatchObject({ key: { id: own.id, status: 'revoked' }, value: 'retired' });
  });

  it('is not confused with one that shares its id: every character counts', async () => {
    const { paste, secret } = await pasting();
    const last = secret.at(-1) === 'A' ? 'B' : 'A';
    expect(await paste(secret.slice(0, -1) + last)).toEqual({ kind: 'none', reason: 'mistyped' });
  });

  it('of another service is found by opening only those that look like it', async () => {
    const { paste, keys, services, clipboard } = await pasting();
    const service = valueOf(
      services.create({
        name: 'Weather',
        baseUrl: 'https://weather.example',
        headerName: 'X-API-Key',
        origins: ['https://weather.example'],
        checkUrl: null,
        keyPrefix: null,
      }),
    );
    clipboard.formats = onClipboard('wx_0123456789abcdef');
    const { token } = valueOf(await keys.stagePaste());
    const kept = valueOf(
      await keys.addStaged({ token, name: 'Forecast', serviceId: service.id, expiry: { kind: 'never' } }),
    );
    expect(await paste('wx_0123456789abcdef')).toMatchObject({ kind: 'found', key: { id: kept.id } });
    expect(await paste('wx_0123456789ABcdef')).toEqual({ kind: 'none', reason: 'unknown' });
  });

  it('is refused without repeating what was on the clipboard', async () => {
    const { team, clipboard, logger } = await pasting();
    clipboard.formats = onClipboard('');
    expect(errorOf(await team.findPasted()).code).toBe('clipboard-empty');
    clipboard.formats = onClipboard('two words');
    const refused = await team.findPasted();
    expect(errorOf(refused).code).toBe('clipboard-not-a-key');
    expect(JSON.stringify([refused, logger])).not.toContain('two words');
  });

  it('is answered, recorded and logged without its value', async () => {
    const { paste, secret, ledger, logger } = await pasting();
    const answer = await paste(secret);
    const activity = ledger.all('SELECT * FROM activity');
    expect(JSON.stringify([answer, activity, logger])).not.toContain(secret);
  });
});

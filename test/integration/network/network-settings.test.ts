import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_REQUEST_SETTINGS } from '../../../shared/domain/http-request.ts';
import { createCertificateAuthority, createSelfSigned } from '../../support/certificates.ts';
import { createNetworkSecrets } from '../../../electron/network/network-secrets.ts';
import { PROXY_PASSWORD } from '../../../electron/network/network-service.ts';
import type { Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { failed } from '../../../shared/domain/app-error.ts';
import { holds } from '../../support/holds.ts';
import { closeAll, open } from '../../support/closing.ts';
import { codeOf, textOf } from '../../support/exchange-reading.ts';
import { networkBench } from '../../support/network-bench.ts';
import { startProxy } from '../../support/proxies.ts';
import { removeAtExit } from '../../support/remove-at-exit.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { senderBench } from '../../support/sender-bench.ts';
import { startServer } from '../../support/servers.ts';

afterEach(closeAll);

const NAME = 'api.keyfob.test';
const authority = createCertificateAuthority();
const tls = authority.issue({ names: [NAME] });
const folder = mkdtempSync(join(tmpdir(), 'keyfob-network-'));
removeAtExit(folder);

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const authorityFile = fileOf('ca.pem', `# ours\n${authority.cert}`);

/** Servers say why, or hang up: Node's does the latter. */
const REFUSALS = ['client-certificate-demanded', 'connection-reset'];

/** Demands a certificate of the same authority, and answers with the name in it. */
async function startDemanding(): Promise<string> {
  const server = createServer(
    { ...tls, ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    (request, response) => {
      const { socket } = request;
      response.end(socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : '');
    },
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open({ close: () => void server.close() });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return `https://${NAME}:${String(port)}`;
}

describe('authorities', () => {
  it('in a file that the person chose are trusted beside the others, until it is removed', async () => {
    const server = open(await startServer({ tls }));
    const origin = server.origin(NAME);
    const { network, routes } = networkBench({ files: [authorityFile] });
    const bench = open(senderBench([origin], { routes }));

    expect(codeOf(await bench.exchange({ url: origin }))).toBe('tls-failed');
    expect(valueOf(await network.chooseAuthorityFile()).authorityFile).toEqual({
      path: authorityFile,
      name: 'ca.pem',
    });
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');
    network.removeAuthorityFile();
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('tls-failed');
  });

  it('in a file without a certificate, or that is gone, are refused', async () => {
    const { network } = networkBench({ files: [fileOf('empty.pem', 'nothing'), join(folder, 'gone.pem')] });

    expect(errorOf(await network.chooseAuthorityFile()).code).toBe('authority-file-unusable');
    expect(errorOf(await network.chooseAuthorityFile()).code).toBe('authority-file-unusable');
    expect(network.getSettings().authorityFile).toBeNull();
  });
});

describe('a client certificate', () => {
  const own = authority.issue({ names: ['you.keyfob.test'] });
  const sealedKey = createPrivateKey(own.key)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'the passphrase' })
    .toString();
  const cert = fileOf('you.pem', own.cert);
  const plainKey = fileOf('you.key', own.key);
  const lockedKey = fileOf('you-locked.key', sealedKey);

  it('is shown to its origin alone', async () => {
    const origin = await startDemanding();
    const other = await startDemanding();
    const { network, routes } = networkBench({ files: [authorityFile, cert, plainKey] });
    await network.chooseAuthorityFile();
    const bench = open(senderBench([origin, other], { routes }));
    expect(REFUSALS).toContain(codeOf(await bench.exchange({ url: origin })));

    valueOf(await network.addClientCertificate({ origin, kind: 'pem', passphrase: '' }));

    expect(textOf(await bench.exchange({ url: origin }))).toBe('you.keyfob.test');
    expect(REFUSALS).toContain(codeOf(await bench.exchange({ url: other })));
  });

  it('opens with its passphrase, which no settings hold and which opens nothing while Keyfob is locked', async () => {
    const origin = await startDemanding();
    const { network, routes, vault, forgetNetworkSecrets } = networkBench({
      files: [authorityFile, cert, lockedKey, cert, lockedKey],
    });
    await network.chooseAuthorityFile();
    const add = (passphrase: string) => network.addClientCertificate({ origin, kind: 'pem', passphrase });

    expect(errorOf(await add('wrong')).code).toBe('client-certificate-unusable');
    const added = valueOf(await add('the passphrase'));
    const bench = open(senderBench([origin], { routes }));

    expect(textOf(await bench.exchange({ url: origin }))).toBe('you.keyfob.test');
    expect(JSON.stringify(added)).not.toContain('the passphrase');
    valueOf(vault.lock('hand'));
    forgetNetworkSecrets();
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('vault-locked');
    valueOf(await vault.unlock(null));
    expect(network.getSettings().clientCertificates).toMatchObject([{ origin, isPassphraseMissing: false }]);
    expect(textOf(await bench.exchange({ url: origin }))).toBe('you.keyfob.test');
  });

  it('whose files the person did not choose is not added', async () => {
    const { network } = networkBench();
    const answer = await network.addClientCertificate({
      origin: 'https://a.test',
      kind: 'pfx',
      passphrase: '',
    });
    expect(valueOf(answer).clientCertificates).toEqual([]);
  });
});

describe('a proxy that was typed', () => {
  it('carries https with its credentials, and nothing that it need not', holds('binding.proxy'), async () => {
    const server = open(await startServer({ tls }));
    const proxy = open(await startProxy({ credentials: 'Basic bWU6aGVyZQ==' }));
    const { network, routes } = networkBench({ files: [authorityFile] });
    await network.chooseAuthorityFile();
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin, server.origin('localhost')], { routes }));
    const manual = {
      kind: 'manual' as const,
      address: `http://127.0.0.1:${String(proxy.port)}`,
      userName: 'me',
      exceptions: ['direct.keyfob.test'],
    };

    valueOf(await network.setProxy({ proxy: manual, password: 'here' }));

    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');
    const settings = { ...DEFAULT_REQUEST_SETTINGS, proxy: 'none' as const };
    expect(codeOf(await bench.exchange({ url: origin, settings }))).toBe('response');
    expect(proxy.asked).toEqual([new URL(origin).host]);
    expect(proxy.seen().includes(bench.secret)).toBe(false);
    expect(JSON.stringify(network.getSettings())).not.toContain('here');
  });

  it.each([
    { what: 'another address', port: 9, userName: 'me' },
    { what: 'another user name', port: null, userName: 'you' },
  ])('with $what does not get the password that was typed for the one before', async ({ port, userName }) => {
    const server = open(await startServer({ tls }));
    const other = open(await startProxy());
    const { network, routes } = networkBench({ files: [authorityFile] });
    await network.chooseAuthorityFile();
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], { routes }));
    const at = (number: number) => `http://127.0.0.1:${String(number)}`;
    const second = { kind: 'manual' as const, address: at(other.port), userName, exceptions: [] };
    const first = { ...second, address: at(port ?? other.port), userName: 'me' };
    valueOf(await network.setProxy({ proxy: first, password: 'the password' }));
    const kept = valueOf(
      await network.setProxy({ proxy: { ...first, exceptions: ['a.test'] }, password: null }),
    );

    const changed = valueOf(await network.setProxy({ proxy: second, password: null }));

    expect(kept.isProxyPasswordHeld).toBe(true);
    expect(changed.isProxyPasswordHeld).toBe(false);
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('network-secret-forgotten');
    expect(other.asked).toEqual([]);
    valueOf(await network.setProxy({ proxy: second, password: '' }));
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');
  });

  it('is reached with the password that was typed last, at once', async () => {
    const server = open(await startServer({ tls }));
    const proxy = open(await startProxy({ credentials: 'Basic bWU6aGVyZQ==' }));
    const { network, routes } = networkBench({ files: [authorityFile] });
    await network.chooseAuthorityFile();
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], { routes }));
    const address = `http://127.0.0.1:${String(proxy.port)}`;
    const manual = { kind: 'manual' as const, address, userName: 'me', exceptions: [] };
    valueOf(await network.setProxy({ proxy: manual, password: 'wrong' }));
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('proxy-needs-credentials');

    valueOf(await network.setProxy({ proxy: manual, password: 'here' }));

    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');
  });

  it('is not reached with a password that was just used, once Keyfob locked', async () => {
    const server = open(await startServer({ tls }));
    const proxy = open(await startProxy());
    const { network, routes, vault, forgetNetworkSecrets } = networkBench({ files: [authorityFile] });
    await network.chooseAuthorityFile();
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], { routes }));
    const address = `http://127.0.0.1:${String(proxy.port)}`;
    const manual = { kind: 'manual' as const, address, userName: 'me', exceptions: [] };
    valueOf(await network.setProxy({ proxy: manual, password: 'here' }));
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');

    valueOf(vault.lock('hand'));
    forgetNetworkSecrets();

    expect(codeOf(await bench.exchange({ url: origin }))).toBe('vault-locked');
  });

  it('is not asked for what goes to this computer, nor is the system', async () => {
    const server = open(await startServer());
    const proxy = open(await startProxy());
    const { network, routes, asked } = networkBench();
    const bench = open(senderBench([server.origin()], { routes }));

    await bench.exchange({ url: server.origin() });
    await network.setProxy({
      proxy: {
        kind: 'manual',
        address: `http://127.0.0.1:${String(proxy.port)}`,
        userName: '',
        exceptions: [],
      },
      password: null,
    });
    await bench.exchange({ url: server.origin() });

    expect(asked).toEqual([]);
    expect(proxy.asked).toEqual([]);
    expect(server.received.map(({ headers }) => headers['x-api-key'])).toEqual([bench.secret, bench.secret]);
  });
});

describe('the secrets of the network', () => {
  const proxy = {
    kind: 'manual',
    address: 'http://proxy.test:8080',
    userName: 'me',
    exceptions: [],
  } as const;
  const secret = 'a password of the proxy';
  const sealedRows = (ledger: Pick<Ledger, 'all'>): number =>
    ledger.all("SELECT 1 FROM sealed_values WHERE id LIKE 'network:%'", []).length;

  it('survive a restart, sealed, and stand in the clear in no table', holds('network.sealed'), async () => {
    const bench = networkBench();
    valueOf(await bench.network.setProxy({ proxy, password: secret }));
    const { ledger, vault } = bench;
    const tables = ledger.all("SELECT name FROM sqlite_schema WHERE type = 'table'", []);
    const everything = tables
      .map(({ name }) => JSON.stringify(ledger.all(`SELECT * FROM "${String(name)}"`, [])))
      .join('');

    const later = createNetworkSecrets({ ledger, vault });
    expect(valueOf(later.open(PROXY_PASSWORD))).toBe(secret);
    expect(everything).not.toContain(secret);
    expect(everything).toContain(proxy.address);
    valueOf(vault.lock('hand'));
    expect(errorOf(later.open(PROXY_PASSWORD)).code).toBe('vault-locked');
  });

  it('go with the proxy, the user name or the certificate that they belong to', async () => {
    const { network, ledger } = networkBench();
    valueOf(await network.setProxy({ proxy, password: secret }));
    expect(sealedRows(ledger)).toBe(1);
    valueOf(await network.setProxy({ proxy: { ...proxy, userName: 'you' }, password: null }));
    expect(sealedRows(ledger)).toBe(0);
    valueOf(await network.setProxy({ proxy, password: secret }));
    valueOf(await network.setProxy({ proxy: { kind: 'system' }, password: null }));
    expect(sealedRows(ledger)).toBe(0);
  });

  it('of one open as no other’s when rows are swapped', holds('network.sealed'), async () => {
    const { network, ledger, vault } = networkBench();
    valueOf(await network.setProxy({ proxy, password: secret }));
    ledger.run("UPDATE sealed_values SET id = 'network:other'", []);

    expect(errorOf(createNetworkSecrets({ ledger, vault }).open('other')).code).toBe('secret-damaged');
  });

  it('are held in memory alone where nothing can be sealed, until they are forgotten', async () => {
    const { ledger } = networkBench();
    const vault = {
      ...{
        prepare: () => Promise.resolve(failed('vault-unreadable')),
        unseal: () => failed('vault-unreadable'),
      },
      state: () => ({ kind: 'empty' }) as const,
      seal: () => {
        throw new Error('There is no master key');
      },
    };
    const secrets = createNetworkSecrets({ ledger, vault });
    await secrets.prepare();
    secrets.put(PROXY_PASSWORD, secret);

    expect(valueOf(secrets.open(PROXY_PASSWORD))).toBe(secret);
    expect(sealedRows(ledger)).toBe(0);
    secrets.forget();
    expect(errorOf(secrets.open(PROXY_PASSWORD)).code).toBe('network-secret-forgotten');
  });
});

describe('a file of further authorities', () => {
  it(
    'that changed on the disk is not used until the person chooses it again',
    holds('network.authority-changed'),
    async () => {
      const path = fileOf('changing.pem', `# ours\n${createCertificateAuthority().cert}`);
      const server = open(await startServer({ tls }));
      const origin = server.origin(NAME);
      const { network, routes } = networkBench({ files: [path, path] });
      valueOf(await network.chooseAuthorityFile());
      // Somebody else's program adds an authority, who could then be any server.
      writeFileSync(path, authority.cert);
      const bench = open(senderBench([origin], { routes }));

      expect(codeOf(await bench.exchange({ url: origin }))).toBe('authority-file-changed');
      expect(server.connectionCount()).toBe(0);
      valueOf(await network.chooseAuthorityFile());
      expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');
    },
  );

  it('that was chosen before its digest was kept is asked for again', async () => {
    const server = open(await startServer({ tls }));
    const { network, routes, ledger } = networkBench({ files: [authorityFile] });
    valueOf(await network.chooseAuthorityFile());
    ledger.run("UPDATE network_settings SET settings = json_remove(settings, '$.authorityDigest')", []);
    const bench = open(senderBench([server.origin(NAME)], { routes }));

    expect(network.getSettings().authorityFile?.path).toBe(authorityFile);
    expect(codeOf(await bench.exchange({ url: server.origin(NAME) }))).toBe('authority-file-changed');
  });
});

describe('an origin whose certificate is not checked', () => {
  it(
    'gets keys once the person confirmed it, and no longer when that is taken back',
    holds('network.unchecked'),
    async () => {
      const server = open(await startServer({ tls: createSelfSigned({ names: [NAME] }) }));
      const origin = server.origin(NAME);
      const { network, routes, confirmed } = networkBench();
      const bench = open(senderBench([origin], { routes }));
      const settings = { ...DEFAULT_REQUEST_SETTINGS, verifyCertificates: false };
      const send = async () => codeOf(await bench.exchange({ url: origin, settings }));

      expect(await send()).toBe('key-withheld');
      expect(valueOf(await network.allowUnchecked(origin)).uncheckedOrigins).toEqual([origin]);
      expect(await send()).toBe('response');
      expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
      network.disallowUnchecked(origin);
      expect(await send()).toBe('key-withheld');
      expect(confirmed).toEqual([origin]);
    },
  );

  it('gets none when the person does not agree', holds('network.unchecked'), async () => {
    const { network } = networkBench({ agrees: false });
    expect(valueOf(await network.allowUnchecked('https://a.test')).uncheckedOrigins).toEqual([]);
  });
});

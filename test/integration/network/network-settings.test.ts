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

  it('opens with its passphrase, which no settings hold and which is forgotten when Keyfob locks', async () => {
    const origin = await startDemanding();
    const { network, routes, forgetNetworkSecrets } = networkBench({
      files: [authorityFile, cert, lockedKey, cert, lockedKey],
    });
    await network.chooseAuthorityFile();
    const add = (passphrase: string) => network.addClientCertificate({ origin, kind: 'pem', passphrase });

    expect(errorOf(await add('wrong')).code).toBe('client-certificate-unusable');
    const added = valueOf(await add('the passphrase'));
    const bench = open(senderBench([origin], { routes }));

    expect(textOf(await bench.exchange({ url: origin }))).toBe('you.keyfob.test');
    expect(JSON.stringify(added)).not.toContain('the passphrase');
    forgetNetworkSecrets();
    expect(network.getSettings().clientCertificates).toMatchObject([{ origin, isPassphraseMissing: true }]);
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('network-secret-forgotten');
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
  it('carries https with its credentials, and nothing that it need not', async () => {
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

    valueOf(network.setProxy({ proxy: manual, password: 'here' }));

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
    valueOf(network.setProxy({ proxy: first, password: 'the password' }));
    const kept = valueOf(network.setProxy({ proxy: { ...first, exceptions: ['a.test'] }, password: null }));

    const changed = valueOf(network.setProxy({ proxy: second, password: null }));

    expect(kept.isProxyPasswordHeld).toBe(true);
    expect(changed.isProxyPasswordHeld).toBe(false);
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('network-secret-forgotten');
    expect(other.asked).toEqual([]);
    valueOf(network.setProxy({ proxy: second, password: '' }));
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');
  });

  it('is not reached with a password that was just used, once Keyfob locked', async () => {
    const server = open(await startServer({ tls }));
    const proxy = open(await startProxy());
    const { network, routes, forgetNetworkSecrets } = networkBench({ files: [authorityFile] });
    await network.chooseAuthorityFile();
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], { routes }));
    const address = `http://127.0.0.1:${String(proxy.port)}`;
    const manual = { kind: 'manual' as const, address, userName: 'me', exceptions: [] };
    valueOf(network.setProxy({ proxy: manual, password: 'here' }));
    expect(codeOf(await bench.exchange({ url: origin }))).toBe('response');

    forgetNetworkSecrets();

    expect(codeOf(await bench.exchange({ url: origin }))).toBe('network-secret-forgotten');
  });

  it('is not asked for what goes to this computer, nor is the system', async () => {
    const server = open(await startServer());
    const proxy = open(await startProxy());
    const { network, routes, asked } = networkBench();
    const bench = open(senderBench([server.origin()], { routes }));

    await bench.exchange({ url: server.origin() });
    network.setProxy({
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

describe('an origin whose certificate is not checked', () => {
  it('gets keys once the person confirmed it, and no longer when that is taken back', async () => {
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
  });

  it('gets none when the person does not agree', async () => {
    const { network } = networkBench({ agrees: false });
    expect(valueOf(await network.allowUnchecked('https://a.test')).uncheckedOrigins).toEqual([]);
  });
});

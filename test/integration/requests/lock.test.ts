import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeAll, open } from '../../support/closing.ts';
import { codeOf } from '../../support/exchange-reading.ts';
import { fakeVault, type FakeVault } from '../../support/fake-vault.ts';
import { inMemoryBodyFiles } from '../../support/in-memory-body-files.ts';
import { errorOf } from '../../support/results.ts';
import { senderBench } from '../../support/sender-bench.ts';
import { startServer } from '../../support/servers.ts';

afterEach(closeAll);

const ID = 'exchange-1';

function lock(vault: FakeVault): void {
  vault.become({ kind: 'locked', reason: 'hand', holder: 'passphrase' });
}

describe('locking Keyfob', () => {
  it('ends a request before its next hop, so that no key goes out', async () => {
    const vault = fakeVault();
    const target = open(await startServer());
    const first = open(
      await startServer({
        answer: (_request, response) => {
          lock(vault);
          response.writeHead(302, { Location: target.origin() }).end();
        },
      }),
    );
    const bench = open(senderBench([first.origin(), target.origin()], { vault }));

    const exchange = await bench.exchange({ url: first.origin() });

    expect(codeOf(exchange)).toBe('vault-locked');
    expect(target.received).toEqual([]);
    expect(errorOf(await bench.send({ url: target.origin() })).code).toBe('vault-locked');
    expect(target.received).toEqual([]);
  });

  it('ends a stream of events, and tells the window of no further one', async () => {
    const vault = fakeVault();
    const begun: ServerResponse[] = [];
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, { 'Content-Type': 'text/event-stream' });
          response.write('data: 1\n\n');
          begun.push(response);
        },
      }),
    );
    const bench = open(senderBench([server.origin()], { vault }));
    const told = () => bench.published.filter(({ event }) => event === 'requests.streamed').length;
    const sending = bench.exchange({ url: server.origin() }, { id: ID });
    await vi.waitFor(() => expect(told()).toBe(1));

    lock(vault);

    expect(codeOf(await sending)).toBe('vault-locked');
    begun[0]?.end('data: 2\n\n');
    expect(told()).toBe(1);
  });

  it('while a dialog asks where to save a response lets nothing be written', async () => {
    const vault = fakeVault();
    const server = open(await startServer());
    const bodyFiles = inMemoryBodyFiles();
    const save = vi.spyOn(bodyFiles, 'save');
    const fileDialog = {
      chooseSaveFile: () => {
        lock(vault);
        return Promise.resolve({ path: '/home/ada/a.bin', name: 'a.bin' });
      },
    };
    const bench = open(senderBench([server.origin()], { vault, bodyFiles, fileDialog }));
    await bench.exchange({ url: server.origin() }, { id: ID });

    expect(errorOf(await bench.service.saveBody({ id: ID })).code).toBe('vault-locked');
    expect(save).not.toHaveBeenCalled();
  });
});

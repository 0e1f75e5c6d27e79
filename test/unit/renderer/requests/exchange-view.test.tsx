import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type ExchangeTab, ExchangeView } from '../../../../renderer/ui/exchange/exchange-view.tsx';
import { SpeechContext } from '../../../../renderer/language/speech-context.ts';
import { failed } from '../../../../shared/domain/app-error.ts';
import type { Exchange } from '../../../../shared/domain/exchange.ts';
import { german } from '../../../../shared/texts/de/german.ts';
import { speakGerman } from '../../../../shared/texts/speech.ts';
import { aHop, anExchange, aResponse, NO_TIMINGS, withheldFrom } from './exchange-builders.ts';
import { holds } from '../../../support/holds.ts';

const ignore = () => undefined;

function show(exchange: Exchange, tab: ExchangeTab = 'timeline') {
  render(<ExchangeView exchange={exchange} tab={tab} onTabChange={ignore} />);
}

const own = 'https://api.example.com';
const foreign = 'https://files.example.net:8443';
const chain = anExchange({
  hops: [
    aHop({
      method: 'POST',
      url: `${own}/export`,
      status: 303,
      statusText: 'See Other',
      location: `${foreign}/dl`,
      timings: { dns: 1, connect: 2, tls: 3, firstByte: 90, download: 4, total: 100 },
    }),
    aHop({
      url: `${foreign}/dl`,
      origin: foreign,
      signing: withheldFrom(foreign),
      droppedHeaders: ['Cookie', 'X-Trace'],
      requestHeaders: [{ name: 'Accept', value: '*/*', isSecret: false }],
      timings: { ...NO_TIMINGS, firstByte: 40, download: 10, total: 50 },
    }),
  ],
});

describe('the Timeline', () => {
  it('says in the language of the window why a key was withheld, and in English what was kept before', () => {
    const kept = withheldFrom(foreign);
    const named = { name: 'redirectedAway', values: { name: 'CI key', origin: foreign, service: 'Acme' } };
    const hops = [aHop({ signing: { ...kept, told: named } }), aHop({ signing: kept })];
    const deutsch = speakGerman('de', german);
    render(
      <SpeechContext value={deutsch}>
        <ExchangeView exchange={anExchange({ hops })} tab="timeline" onTabChange={ignore} />
      </SpeechContext>,
    );

    const [now, before] = screen.getAllByText(/The server redirected|Der Server leitete/);
    expect(now?.textContent).toMatch(/nennt Acme nicht, deshalb wurde der Schlüssel „CI key“ dorthin nicht/);
    expect(before?.textContent).toBe(`The server redirected to ${foreign}. Add the origin to the service.`);
  });

  it('has a row for every hop: where it went, and what became of the key', () => {
    show(chain);
    const [first, second] = within(screen.getByRole('list', { name: 'Hops' })).getAllByRole('listitem', {
      name: /^Hop/,
    });

    expect(first?.textContent).toContain('POST');
    expect(first?.textContent).toContain(`${own}/export`);
    expect(first?.textContent).toContain('303 See Other');
    expect(first?.textContent).toContain(`Key sent to ${own}`);
    expect(first?.textContent).toContain('X-API-Key: kfak_••••••••wxyz');
    expect(first?.textContent).toContain(`Redirected to ${foreign}/dl`);

    expect(second?.textContent).toContain(`Key withheld from ${foreign}`);
    expect(second?.textContent).toContain(`The server redirected to ${foreign}.`);
    expect(second?.textContent).toContain('Other origin');
    expect(second?.textContent).toContain('Not carried on to this origin: Cookie, X-Trace');
    expect(second?.textContent).toContain('HTTP/1.1');
  });

  it('names the connection: protocol, addresses, reuse, proxy, TLS and the certificate', () => {
    const tls = {
      version: 'TLSv1.3',
      cipher: 'TLS_AES_128_GCM_SHA256',
      subject: 'api.example.com',
      issuer: 'An authority',
      validFrom: Date.UTC(2026, 0, 1),
      validTo: Date.UTC(2027, 0, 1),
      fingerprint: 'AB:CD',
      verification: 'failed' as const,
    };
    const connection = {
      isReused: true,
      localAddress: '192.0.2.1:50000',
      proxy: 'http://proxy.test:8080',
      tls,
    };
    show(anExchange({ hops: [aHop({ httpVersion: '2', connection })] }));
    const [hop] = screen.getAllByRole('listitem', { name: 'Hop 1' });

    expect(hop?.textContent).toContain('203.0.113.7:443 · HTTP/2 · TLS 1.3 · through a proxy · reused');
    for (const part of [
      '192.0.2.1:50000',
      'http://proxy.test:8080',
      'TLS_AES_128_GCM_SHA256',
      'An authority',
    ])
      expect(hop?.textContent).toContain(part);
    expect(hop?.textContent).toContain('Certificate not checked');
    expect(hop?.textContent).toContain('it would have been refused');
  });

  it('draws the times of all hops on one scale, and writes the numbers', () => {
    show(chain);
    const [first, second] = screen.getAllByRole('listitem', { name: /^Hop/ });
    const widths = (hop: HTMLElement | undefined) =>
      [...(hop?.querySelectorAll<HTMLElement>('[data-phase][style]') ?? [])].map((bar) =>
        bar.getAttribute('style'),
      );

    expect(widths(first)).toEqual([
      'inline-size: 1%;',
      'inline-size: 2%;',
      'inline-size: 3%;',
      'inline-size: 90%;',
      'inline-size: 4%;',
    ]);
    expect(widths(second)).toEqual(['inline-size: 40%;', 'inline-size: 10%;']);
    expect(first?.textContent).toContain('First byte90 ms');
    expect(second?.textContent).not.toContain('DNS');
  });

  it('marks the masked header among those that were sent', () => {
    show(chain);
    const headers = screen.getByRole('table', { name: 'Request headers of hop 1' });
    expect(within(headers).getByLabelText('Masked')).toBeTruthy();
  });

  it('shows the hops so far under the error of a failed exchange', () => {
    const error = failed('too-many-redirects').error;
    show(anExchange({ hops: chain.hops, outcome: { kind: 'failed', error } }));
    expect(screen.getByRole('alert').textContent).toContain(error.message);
    expect(screen.getAllByRole('listitem', { name: /^Hop/ })).toHaveLength(2);
    expect(screen.getByRole('tabpanel', { name: 'Timeline' })).toBeTruthy();
  });

  it('tells a hop that was not sent from one that was not answered', () => {
    const silent = { status: null, statusText: '', responseHeaders: [] };
    show(anExchange({ hops: [aHop({ ...silent, requestHeaders: [] }), aHop(silent)] }));
    const [stopped, unanswered] = screen.getAllByRole('listitem', { name: /^Hop/ });
    expect(stopped?.textContent).toContain('Not sent');
    expect(unanswered?.textContent).toContain('No response');
  });
});

describe('the response', () => {
  it('says that there is no body', () => {
    show(anExchange(), 'body');
    expect(screen.getByText('The response has no body.')).toBeTruthy();
  });

  it('says that a key in it is masked, and that only a part is shown', () => {
    const response = aResponse({
      body: { kind: 'text', text: `{"a":"${'b'.repeat(4_294)}`, isTruncated: true },
      bodyBytes: 18_200_000,
      isRedacted: true,
    });
    show(anExchange({ outcome: { kind: 'response', response } }), 'body');
    expect(screen.getByText(/^Masked: the response holds a key/)).toBeTruthy();
    expect(screen.getByText('Cut off: the first 4.3 KB of 18.2 MB are shown.')).toBeTruthy();
  });

  it('says that a body is no longer kept', () => {
    const response = aResponse({ body: { kind: 'text', text: '', isTruncated: true }, bodyBytes: 4_300 });
    show(anExchange({ outcome: { kind: 'response', response } }), 'body');
    expect(screen.getByText('The body of 4.3 KB is no longer kept.')).toBeTruthy();
  });

  it(
    'never makes elements of a hostile body, header or status text',
    holds('confinement.markup', 'bridge.html'),
    () => {
      const markup = '<img src=x onerror=alert(1)>';
      const response = aResponse({
        statusText: markup,
        headers: [{ name: 'x-note', value: markup, isSecret: false }],
        contentType: 'text/html',
        body: { kind: 'text', text: markup, isTruncated: false },
      });
      show(anExchange({ outcome: { kind: 'response', response } }), 'headers');
      expect(document.querySelector('img')).toBeNull();
      expect(screen.getByText(markup, { selector: 'td' })).toBeTruthy();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { previewBody } from '../../../electron/requests/body-preview.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';

function preview(bytes: Buffer, contentType = '', limit = 1_000): ReturnType<typeof previewBody>['body'] {
  const read = { kept: bytes, wireBytes: bytes.length, decodedBytes: bytes.length };
  return previewBody(read, { contentType, redactor: createRedactor(), limit }).body;
}

describe('the preview of a body', () => {
  it.each([
    ['text/html', 'ü', Buffer.from('ü')],
    ['text/plain; charset=iso-8859-1', 'ü', Buffer.from([0xfc])],
    ['text/plain; charset="utf-16le"', 'ü', Buffer.from('ü', 'utf16le')],
    ['text/plain; charset=nonsense', 'ü', Buffer.from('ü')],
    ['application/problem+json', '{}', Buffer.from('{}')],
    ['application/vnd.api+json; x=y', '{}', Buffer.from('{}')],
    ['', 'looks like text', Buffer.from('looks like text')],
    ['application/octet-stream', 'sniffed', Buffer.from('sniffed')],
    ['image/svg+xml', '<svg/>', Buffer.from('<svg/>')],
    ['text/plain', 'ü', Buffer.from([0xfc])],
    ['text/csv', 'ü', Buffer.from('ü')],
    ['text/plain', 'ü', Buffer.from([0xff, 0xfe, 0xfc, 0])],
    ['application/json', 'ü', Buffer.from([0xfe, 0xff, 0, 0xfc])],
    ['application/octet-stream; charset=iso-8859-2', 'Ł', Buffer.from([0xa3])],
  ])('(%s) is the text %s', (...[contentType, text, bytes]) => {
    expect(preview(bytes, contentType)).toEqual({ kind: 'text', text, isTruncated: false });
  });

  it.each([
    ['application/xml', `<?xml version="1.0" encoding="iso-8859-2"?><a>Ł</a>`],
    ['text/html', `<html><head><meta charset='iso-8859-2'></head>Ł`],
    ['text/html', `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">Ł`],
  ])('(%s) is in the charset that it names itself: %s', (contentType, text) => {
    const bytes = Buffer.from(text.replaceAll('Ł', '\u00a3'), 'latin1');
    expect(preview(bytes, contentType)).toEqual({ kind: 'text', text, isTruncated: false });
    // The header comes before it.
    expect(preview(Buffer.from(text), `${contentType}; charset=utf-8`)).toMatchObject({ text });
  });

  it.each([
    ['image/png', Buffer.from('text in disguise')],
    ['', Buffer.from([1, 2, 0, 4])],
    ['application/octet-stream', Buffer.from([0xff, 0xfe + 1, 0x80])],
  ])('(%s) is hex for what is no text', (contentType, bytes) => {
    expect(preview(bytes, contentType)).toEqual({
      kind: 'binary',
      hex: bytes.toString('hex'),
      isTruncated: false,
    });
  });

  it('is empty for no body', () => {
    expect(preview(Buffer.alloc(0), 'text/plain')).toEqual({ kind: 'empty' });
  });

  it('ends at the limit, not within a character', () => {
    expect(preview(Buffer.from('aüüü'), 'text/plain', 4)).toEqual({
      kind: 'text',
      text: 'aü',
      isTruncated: true,
    });
  });
});

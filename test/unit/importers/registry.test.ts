import { describe, expect, it } from 'vitest';
import { importSource } from '../../../electron/importers/import-source.ts';
import { detectFormats } from '../../../electron/importers/registry.ts';

const detect = (text: string, path = '') => {
  const formats = detectFormats(importSource([{ path, text }]));
  return formats.ok ? formats.value.map(({ id }) => id) : formats.error.code;
};

describe('detectFormats', () => {
  it('goes by the content, not by the name of the file', () => {
    expect(detect('curl https://example.com', 'collection.json')).toEqual(['curl']);
  });

  it('names every format when the content is of several', () => {
    const both = { openapi: '3.0.0', paths: {}, name: 'x', values: [] };

    expect(detect(JSON.stringify(both))).toEqual(['postman-environment', 'openapi']);
  });

  it.each([
    ['plain text', 'hello there'],
    ['JSON of no format', '{"a": 1}'],
    ['a list', '[1, 2]'],
    ['nothing', ''],
    ['a text about curl', 'how to use curl with https://example.com'],
  ])('does not recognise %s', (_what, text) => {
    expect(detect(text)).toBe('import-unknown-format');
  });

  it('says of YAML that is broken that it cannot be read', () => {
    expect(detect('openapi: 3.0.0\n  paths: [')).toBe('import-not-readable');
  });

  it('is not deceived by what objects inherit', () => {
    expect(detect('{"constructor": {"info": {}}}')).toBe('import-unknown-format');
  });
});

import { describe, expect, it } from 'vitest';
import {
  originOf,
  toAppUrl,
  toBrowserHeaders,
  toBrowserUrl,
} from '../../../support/electron-stand-in/addresses.ts';

describe("the stand-in's addresses", () => {
  it.each([
    'app://keyfob/index.html',
    'app://keyfob/',
    'app://keyfob/a/b.js?x=1#y',
    'app://keyfob/%2e%2e/secret',
  ])('come back as they were: %s', (url) => {
    expect(toAppUrl(toBrowserUrl(url))).toBe(url);
  });

  it.each([
    'https://example.com/x',
    'http://127.0.0.1:5362/me',
    'about:blank',
    'data:text/html,x',
    'file:///etc/passwd',
  ])('leave %s alone', (url) => {
    expect(toBrowserUrl(url)).toBe(url);
    expect(toAppUrl(url)).toBe(url);
  });

  it('do not take a look-alike for the app', () => {
    expect(toAppUrl('https://keyfob.app.invalid.evil.com/')).toBe('https://keyfob.app.invalid.evil.com/');
    expect(toAppUrl('http://keyfob.app.invalid/')).toBe('http://keyfob.app.invalid/');
    expect(toAppUrl('https://keyfob.app.invalid:8443/')).toBe('https://keyfob.app.invalid:8443/');
  });

  it('have the origin that Electron would report', () => {
    expect(originOf('https://keyfob.app.invalid/index.html')).toBe('app://keyfob');
    expect(originOf('https://example.com:8443/x')).toBe('https://example.com:8443');
    expect(originOf('about:blank')).toBe('null');
    expect(originOf('data:text/html,x')).toBe('null');
  });

  it('name the app in a policy by the form that the browser knows', () => {
    const headers = new Headers({
      'Content-Security-Policy': "img-src 'self' app: data:; script-src app://keyfob",
    });
    expect(toBrowserHeaders(headers, 'app')).toEqual({
      'content-security-policy':
        "img-src 'self' https://*.app.invalid data:; script-src https://keyfob.app.invalid",
    });
  });
});

import { describe, expect, test } from 'vitest';
import { isTrustedSender } from '../../../electron/ipc/sender.ts';
import { holds } from '../../support/holds.ts';

describe('the sender of a call', holds('bridge.sender'), () => {
  test.each(['app://keyfob/index.html', 'app://keyfob/', 'app://keyfob', 'app://keyfob/index.html?x#y'])(
    'is trusted in the top frame of %s',
    (url) => {
      expect(isTrustedSender({ url, isTopFrame: true })).toBe(true);
    },
  );

  test('is refused when its frame is gone', () => {
    expect(isTrustedSender(null)).toBe(false);
  });

  test('is refused in a subframe, whatever its address', () => {
    expect(isTrustedSender({ url: 'app://keyfob/index.html', isTopFrame: false })).toBe(false);
  });

  test.each([
    '',
    'about:blank',
    'about:srcdoc',
    'null',
    'app:',
    'app://',
    'app://keyfob.evil/index.html',
    'app://evil.keyfob/',
    'app://keyfob:8080/',
    'app://keyfob@evil/',
    'app://user@keyfob/',
    'app://user:word@keyfob/',
    'app://KEYFOB/',
    'app://keyfob./',
    'app://keyfob%00/',
    'app:/keyfob/',
    'app:keyfob',
    'apps://keyfob/',
    'https://keyfob/',
    'https://keyfob.app.invalid/',
    'file:///app://keyfob/index.html',
    'blob:app://keyfob/0',
    'data:text/html,app://keyfob/',
    'javascript:app://keyfob/',
    'chrome-extension://keyfob/',
    'devtools://keyfob/',
    ' app://keyfob.evil/',
  ])('is refused at %j', (url) => {
    expect(isTrustedSender({ url, isTopFrame: true })).toBe(false);
  });
});

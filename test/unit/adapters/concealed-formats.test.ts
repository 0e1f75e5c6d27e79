import { expect, test } from 'vitest';
import { concealedFormats } from '../../../electron/adapters/concealed-formats.ts';
import { holds } from '../../support/holds.ts';

const format = (name: string): string => `electron application/osclipboard;format="${name}"`;

test('macOS is told that the text is concealed and transient', holds('clipboard.concealed'), () => {
  expect(Object.keys(concealedFormats('darwin'))).toEqual([
    format('org.nspasteboard.ConcealedType'),
    format('org.nspasteboard.TransientType'),
  ]);
});

test('Windows is told with three formats, each a DWORD of 0', holds('clipboard.concealed'), async () => {
  const formats = concealedFormats('win32');
  expect(Object.keys(formats)).toEqual(
    [
      'ExcludeClipboardContentFromMonitorProcessing',
      'CanIncludeInClipboardHistory',
      'CanUploadToCloudClipboard',
    ].map(format),
  );
  for (const value of Object.values(formats)) {
    expect(value).toBeInstanceOf(Blob);
    expect([...new Uint8Array(await new Response(value).arrayBuffer())]).toEqual([0, 0, 0, 0]);
  }
});

test('Linux is told with the hint that KDE reads', holds('clipboard.concealed'), () => {
  expect(concealedFormats('linux')).toEqual({ [format('x-kde-passwordManagerHint')]: 'secret' });
});

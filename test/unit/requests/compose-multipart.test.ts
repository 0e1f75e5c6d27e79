import { describe, expect, it } from 'vitest';
import { composeMultipart } from '../../../electron/requests/compose-multipart.ts';
import { composeRequest } from '../../../electron/requests/compose-request.ts';
import { emptyRequestDraft, type MultipartPart } from '../../../shared/domain/http-request.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const scope = new Map([['n', 'v']]);
const common = { contentType: '', isEnabled: true };

function textOf(parts: readonly MultipartPart[]): string {
  const { body } = valueOf(composeMultipart(parts, scope, 'B'));
  return body.parts
    .map((part) => (part.kind === 'bytes' ? Buffer.from(part.bytes).toString() : `<${part.path}>`))
    .join('');
}

describe('a multipart form', () => {
  it('has its texts resolved and its files in their places', () => {
    const parts: MultipartPart[] = [
      { kind: 'text', name: 'a {{n}}', value: '{{n}}é', ...common },
      { kind: 'file', name: 'up', paths: ['/tmp/one.csv', '/tmp/two'], ...common },
      { kind: 'text', name: 'json', value: '{}', contentType: 'application/json', isEnabled: true },
      { kind: 'text', name: 'off', value: 'x', contentType: '', isEnabled: false },
      { kind: 'text', name: '', value: '', ...common },
    ];

    expect(textOf(parts)).toBe(
      [
        '--B',
        'Content-Disposition: form-data; name="a v"',
        '',
        'vé',
        '--B',
        'Content-Disposition: form-data; name="up"; filename="one.csv"',
        'Content-Type: text/csv',
        '',
        '</tmp/one.csv>',
        '--B',
        'Content-Disposition: form-data; name="up"; filename="two"',
        'Content-Type: application/octet-stream',
        '',
        '</tmp/two>',
        '--B',
        'Content-Disposition: form-data; name="json"',
        'Content-Type: application/json',
        '',
        '{}',
        '--B--',
        '',
      ].join('\r\n'),
    );
  });

  it('lets no name end its line or its quotes', () => {
    expect(textOf([{ kind: 'text', name: 'a"\r\nX: y', value: '', ...common }])).toContain(
      'name="a%22%0D%0AX: y"\r\n\r\n',
    );
    const bad = { kind: 'text', name: 'a', value: '', contentType: 'x\r\nY: z', isEnabled: true } as const;
    expect(errorOf(composeMultipart([bad], scope)).code).toBe('request-invalid');
  });

  it('refuses a part without its file, and the key’s variable', () => {
    const noFile = { kind: 'file', name: 'a', paths: [], ...common } as const;
    expect(errorOf(composeMultipart([noFile], scope))).toMatchObject({
      code: 'request-invalid',
      field: 'body.0.value',
    });
    const key = { kind: 'text', name: 'a', value: '{{postman-api-key}}', ...common } as const;
    expect(errorOf(composeMultipart([key], scope)).code).toBe('secret-variable-misplaced');
  });

  it('gives its boundary to a content type that was typed without one', () => {
    const headers = [{ name: 'content-type', value: 'multipart/form-data', isEnabled: true }];
    const parts: MultipartPart[] = [{ kind: 'text', name: 'a', value: '1', ...common }];
    const draft = {
      ...emptyRequestDraft(),
      url: 'https://a.test',
      headers,
      body: { kind: 'multipart' as const, parts },
    };
    const composed = valueOf(composeRequest(draft, { scope, userAgent: 'K', acceptEncoding: '' }));

    expect(composed.headers.find(({ name }) => name === 'content-type')?.value).toMatch(
      /^multipart\/form-data; boundary=keyfob-[0-9a-f-]{36}$/,
    );
  });
});

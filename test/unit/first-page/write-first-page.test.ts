import { describe, expect, test } from 'vitest';
import { writeFirstPage } from '../../../electron/first-page/write-first-page.ts';
import { someAnswers } from '../../support/first-page-answers.ts';
import { anApiKey } from '../../support/builders.ts';
import { holds } from '../../support/holds.ts';

const TEMPLATE =
  '<!doctype html><html lang="en"><head><style nonce="{first-page-nonce}">a{}</style><!--first-page-head--></head>' +
  '<body><div id="root"><!--first-page-root--></div></body></html>';
const drawn = { markup: '<p>page</p>', css: '#root{top:0}', language: 'de' };

describe('writing the first page', () => {
  test('fills the template: language, theme, styles with the nonce, what was drawn and what of', () => {
    const answers = someAnswers();
    const html = writeFirstPage({ template: TEMPLATE, drawn, answers, nonce: 'abc' });
    expect(html).toContain('<html lang="de" data-theme="system">');
    expect(html).toContain('<style nonce="abc">a{}</style><style nonce="abc">#root{top:0}</style>');
    expect(html).toContain('<div id="root"><p>page</p></div>');
    expect(html).not.toContain('first-page-nonce');
    const json = /id="first-page-answers">(?<json>[^<]*)<\/script>/.exec(html ?? '')?.groups?.['json'];
    expect(JSON.parse(json ?? '')).toEqual(answers);
  });

  test('a name ends no script, begins no comment and is no pattern', holds('bridge.first-page-text'), () => {
    const name = `</script><script>run()</script><!--<script> $& $' {first-page-nonce} <!--first-page-root-->`;
    const answers = someAnswers([anApiKey({ name })]);
    const html = writeFirstPage({ template: TEMPLATE, drawn, answers, nonce: 'abc' }) ?? '';
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(html).not.toContain('<!--');
    const json = /id="first-page-answers">(?<json>[^<]*)<\/script>/.exec(html)?.groups?.['json'];
    expect(JSON.parse(json ?? '')).toEqual(answers);
  });

  test.each(['<html lang="en">', '{first-page-nonce}', '<!--first-page-head-->', '<!--first-page-root-->'])(
    'writes nothing into a template without %s',
    (place) => {
      const template = TEMPLATE.replace(place, '');
      expect(writeFirstPage({ template, drawn, answers: someAnswers(), nonce: 'abc' })).toBeNull();
    },
  );
});

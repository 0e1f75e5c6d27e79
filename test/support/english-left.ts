import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import ts from 'typescript';
import { sourcesIn } from './texts-outside.ts';

const root = join(import.meta.dirname, '../..');
const WORD = /\p{L}{2,}/gu;

/** The words of every string of a language's catalogue, in small letters. */
function wordsOf(language: 'en' | 'de'): ReadonlySet<string> {
  const words = new Set<string>();
  for (const path of sourcesIn(`shared/texts/${language}`)) {
    const source = readFileSync(join(root, path), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        for (const [word] of node.text.matchAll(WORD)) words.add(word.toLowerCase());
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  }
  return words;
}

/** Tells of a text in German which of its words the catalogue has in English alone. */
export function englishIn(): (text: string) => readonly string[] {
  const german = wordsOf('de');
  const english = [...wordsOf('en')].filter((word) => !german.has(word));
  const known = new Set(english);
  return (text) =>
    [...text.matchAll(WORD)].map(([word]) => word).filter((word) => known.has(word.toLowerCase()));
}

/**
 * Everything that a page says, shown or to a screen reader, but for what is nobody's language: code, what was typed, what a server answered,
 * and `translate="no"`.
 */
export function textsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isOfNoLanguage = (element: Element | null): boolean =>
      element?.closest('pre, code, kbd, script, style, .cm-content, [translate="no"]') instanceof Element;
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (!isOfNoLanguage(node.parentElement)) said.push(node.textContent ?? '');
    for (const name of [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'placeholder',
      'title',
      'alt',
    ])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!isOfNoLanguage(element)) said.push(element.getAttribute(name) ?? '');
    return [...new Set(said.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}

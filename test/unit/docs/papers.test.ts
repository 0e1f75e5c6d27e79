import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const guide = join(root, 'docs', 'guide');
const guidePages = readdirSync(guide).filter((name) => name.endsWith('.md'));
const papers = [
  ...guidePages.map((name) => `docs/guide/${name}`),
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/privacy.md',
];

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every text that the window or the main process may show stands in one of these. */
function sources(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => read(join(folder, name)))
    .join('\n')
    .replaceAll(/\s+/g, ' ');
}

function linksIn(path: string): readonly string[] {
  return [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target?.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

describe('the papers', () => {
  it.each(papers)('%s links to what is there', (path) => {
    const missing = linksIn(path).filter((target) => !existsSync(resolve(root, dirname(path), target)));
    expect(missing).toEqual([]);
  });

  it.each(guidePages.filter((name) => name !== 'README.md'))(
    '%s is in the contents and has a picture',
    (name) => {
      expect(linksIn('docs/guide/README.md')).toContain(name);
      expect(linksIn(`docs/guide/${name}`).filter((target) => target.endsWith('.png'))).not.toEqual([]);
    },
  );

  it('names in bold only what stands on the screen', () => {
    const texts = sources('renderer') + sources('electron') + sources('shared');
    const named = guidePages.flatMap((name) =>
      [...read(`docs/guide/${name}`).matchAll(/\*\*([^*]+)\*\*/g)].map(
        ([, text]) => `${name}: ${text ?? ''}`,
      ),
    );
    const unknown = named.filter((entry) => {
      const text = entry.slice(entry.indexOf(': ') + 2).replaceAll(/\s+/g, ' ');
      return !texts.includes(text);
    });
    expect(named.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});

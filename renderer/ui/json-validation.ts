import type { EditingTexts } from '../../shared/texts/en/editing.ts';
import { endOfToken, skipWhitespace } from '../../shared/domain/json-tokens.ts';

export interface JsonProblem {
  /** Offset in UTF-16 units. */
  readonly position: number;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly mistake: JsonMistake;
}

/** What is wrong at the place. */
export type JsonMistake = keyof EditingTexts['notJson'];

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ESCAPE_OR_BAD = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|([\u0000-\u001f\\])/g;
function badCharacterOf(token: string): number | null {
  if (token.length < 2 || !token.endsWith('"')) return 0;
  ESCAPE_OR_BAD.lastIndex = 0;
  const inside = token.slice(0, -1);
  for (let match = ESCAPE_OR_BAD.exec(inside); match !== null; match = ESCAPE_OR_BAD.exec(inside)) {
    if (match[1] !== undefined) return match.index;
  }
  return null;
}

function isScalar(token: string): boolean {
  return (
    token === 'true' || token === 'false' || token === 'null' || token.startsWith('{{') || NUMBER.test(token)
  );
}

class Reader {
  expected: Expected = 'value';
  private readonly open: ('{' | '[')[] = [];

  /** The offset inside the token and what is wrong there, or `null` when the token may stand here. */
  take(token: string): readonly [offset: number, mistake: JsonMistake] | null {
    const { expected } = this;
    if (token === '}' || token === ']') return this.close(token);
    if (token === ',' && expected === 'comma-or-end') {
      this.expected = this.open.at(-1) === '{' ? 'name' : 'value';
      return null;
    }
    if (token === ':' && expected === 'colon') {
      this.expected = 'value';
      return null;
    }
    if (token.startsWith('"') && expected !== 'nothing') {
      const bad = badCharacterOf(token);
      if (bad !== null) return [bad, bad === 0 ? 'open-text' : 'unescaped'];
      if (expected === 'name' || expected === 'name-or-end') {
        this.expected = 'colon';
        return null;
      }
    }
    if (expected !== 'value' && expected !== 'value-or-end') return [0, expected];
    return this.takeValue(token);
  }

  get isComplete(): boolean {
    return this.expected === 'nothing';
  }

  private takeValue(token: string): readonly [number, JsonMistake] | null {
    if (token === '{' || token === '[') {
      this.open.push(token);
      this.expected = token === '{' ? 'name-or-end' : 'value-or-end';
      return null;
    }
    if (token === ',' || token === ':') return [0, this.expected];
    if (!token.startsWith('"') && !isScalar(token)) return [0, 'no-value'];
    this.endValue();
    return null;
  }

  private close(token: '}' | ']'): readonly [number, JsonMistake] | null {
    const matching = token === '}' ? '{' : '[';
    const mayClose =
      this.expected === 'comma-or-end' || this.expected === (token === '}' ? 'name-or-end' : 'value-or-end');
    if (!mayClose || this.open.at(-1) !== matching) return [0, this.expected];
    this.open.pop();
    this.endValue();
    return null;
  }

  private endValue(): void {
    this.expected = this.open.length === 0 ? 'nothing' : 'comma-or-end';
  }
}

function problemAt(text: string, position: number, mistake: JsonMistake): JsonProblem {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { position, line, column: position - before.lastIndexOf('\n'), mistake };
}

/**
 * The first place where a text is not JSON (RFC 8259), or `null`. A `{{variable}}` counts as a value, since it becomes
 * one before the request is sent. Empty text is no problem: it is a body that was not typed yet.
 */
export function findJsonProblem(text: string): JsonProblem | null {
  const reader = new Reader();
  let at = skipWhitespace(text, 0);
  if (at === text.length) return null;
  while (at < text.length) {
    const end = endOfToken(text, at);
    const problem = reader.take(text.slice(at, end));
    if (problem !== null) return problemAt(text, at + problem[0], problem[1]);
    at = skipWhitespace(text, end);
  }
  return reader.isComplete ? null : problemAt(text, text.length, reader.expected);
}

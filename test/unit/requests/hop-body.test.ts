import { describe, expect, it } from 'vitest';
import { PushedBody, type BodyFlow } from '../../../electron/requests/hop-body.ts';

function aBody(): { readonly body: PushedBody; readonly told: string[] } {
  const told: string[] = [];
  const flow: BodyFlow = {
    pause: () => told.push('pause'),
    resume: () => told.push('resume'),
    abort: () => told.push('abort'),
  };
  return { body: new PushedBody(flow), told };
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const large = Buffer.alloc(100_000, 'x');

async function collected(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of body) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

describe('a body that is pushed', () => {
  it('hands over what came before anybody read, then each piece as it comes', async () => {
    const { body, told } = aBody();
    body.push(bytes('one '));
    const seen: string[] = [];
    const ended = body.forEach((chunk) => seen.push(Buffer.from(chunk).toString()));
    expect(seen).toEqual(['one ']);
    body.push(bytes('two'));
    body.finish();
    await ended;
    expect(seen).toEqual(['one ', 'two']);
    expect(told).toEqual([]);
  });

  it('is whole when it ended before it was read', async () => {
    const { body } = aBody();
    body.push(bytes('all'));
    body.finish();
    let text = '';
    await body.forEach((chunk) => (text += Buffer.from(chunk).toString()));
    expect(text).toBe('all');
  });

  it('is taken at once when it is whole, and not before, nor when it broke off', () => {
    const { body } = aBody();
    body.push(bytes('a'));
    expect(body.takeWhole()).toBeNull();
    body.push(bytes('ll'));
    body.finish();
    expect(body.takeWhole()?.map((chunk) => Buffer.from(chunk).toString())).toEqual(['a', 'll']);
    const { body: broken } = aBody();
    broken.push(bytes('a'));
    broken.fail(new Error('reset'));
    expect(broken.takeWhole()).toBeNull();
  });

  it('fails its reader with the error that it broke off with', async () => {
    const { body } = aBody();
    const ended = body.forEach(() => undefined);
    const error = new Error('reset');
    body.fail(error);
    await expect(ended).rejects.toBe(error);
    await expect(body.forEach(() => undefined)).rejects.toBe(error);
    await expect(collected(body)).rejects.toBe(error);
  });

  it('ends the connection when its reader throws, and tells the reader nothing more', async () => {
    const { body, told } = aBody();
    const error = new Error('too large');
    let calls = 0;
    const ended = body.forEach(() => {
      calls += 1;
      throw error;
    });
    body.push(bytes('one'));
    body.push(bytes('two'));
    await expect(ended).rejects.toBe(error);
    expect(calls).toBe(1);
    expect(told).toEqual(['abort']);
  });

  it('tells a reader that throws at what had waited nothing more of it either', async () => {
    const { body, told } = aBody();
    body.push(bytes('one'));
    body.push(bytes('two'));
    let calls = 0;
    const ended = body.forEach(() => {
      calls += 1;
      throw new Error('too large');
    });
    await expect(ended).rejects.toThrow('too large');
    expect([calls, told]).toEqual([1, ['abort']]);
  });

  it('holds the server back while nobody takes what came, and lets it go on', async () => {
    const { body, told } = aBody();
    body.push(large);
    expect(told).toEqual(['pause']);
    const ended = body.forEach(() => undefined);
    expect(told).toEqual(['pause', 'resume']);
    body.push(large);
    body.finish();
    await ended;
    expect(told).toEqual(['pause', 'resume']);
  });

  it('comes as fast as it is asked for when it is iterated over', async () => {
    const { body, told } = aBody();
    const iterator = body[Symbol.asyncIterator]();
    const first = iterator.next();
    body.push(large);
    expect(told).toEqual(['pause']);
    expect((await first).value).toHaveLength(100_000);
    const second = iterator.next();
    await Promise.resolve();
    expect(told).toEqual(['pause', 'resume']);
    body.push(bytes('end'));
    expect((await second).value).toHaveLength(3);
    body.finish();
    expect((await iterator.next()).done).toBe(true);
    expect(told).toEqual(['pause', 'resume']);
  });

  it('is ended by an iteration that stops early', async () => {
    const { body, told } = aBody();
    body.push(bytes('one'));
    body.push(bytes('two'));
    for await (const chunk of body) {
      expect(Buffer.from(chunk).toString()).toBe('one');
      break;
    }
    expect(told).toEqual(['abort']);
    body.destroy();
    expect(told).toEqual(['abort']);
  });
});

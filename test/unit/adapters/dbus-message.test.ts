import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeCall } from '../../../electron/adapters/dbus-message.ts';

describe('a message of the session bus', () => {
  it('is written as the specification says', () => {
    const call = encodeCall(7, {
      destination: 'a.b',
      path: '/c',
      interfaceName: 'd.e',
      member: 'F',
      arguments: ['xyz'],
    });
    expect(call.toString('hex')).toBe(
      [
        '6c010001' + '08000000' + '07000000' + '47000000',
        '01016f00' + '02000000' + '2f630000' + '00000000',
        '02017300' + '03000000' + '642e6500' + '00000000',
        '03017300' + '01000000' + '46000000' + '00000000',
        '06017300' + '03000000' + '612e6200' + '00000000',
        '08016700' + '017300' + '00',
        '03000000' + '78797a00',
      ].join(''),
    );
  });

  it('is not there before its last byte is', () => {
    const whole = encodeCall(1, {
      destination: 'a.b',
      path: '/c',
      interfaceName: 'd.e',
      member: 'F',
      arguments: [],
    });
    for (let length = 0; length < whole.length; length += 1) {
      expect(decodeMessage(whole.subarray(0, length))).toBeNull();
    }
    expect(decodeMessage(whole)).toMatchObject({ kind: 'other', size: whole.length });
  });

  it('is refused when it claims to be endless or points outside of itself', () => {
    expect(() => decodeMessage(Buffer.alloc(64, 0xff))).toThrow(RangeError);
    const short = Buffer.from('6c020101040000000100000000000000' + 'ffffffff', 'hex');
    expect(decodeMessage(short)).toMatchObject({ kind: 'reply', value: null });
  });

  it('is read in both byte orders: an error, its name and the call that it answers', () => {
    const little = '6c03010100000000050000001400000005017500070000000401730003000000612e620000';
    const big = '4203010100000000000000050000001405017500000000070401730000000003612e620000';
    for (const message of [little, big]) {
      // Padded to eight bytes, as the header has to be.
      expect(decodeMessage(Buffer.from(message.padEnd(80, '0'), 'hex'))).toMatchObject({
        kind: 'error',
        errorName: 'a.b',
        replyTo: 7,
        value: null,
      });
    }
  });
});

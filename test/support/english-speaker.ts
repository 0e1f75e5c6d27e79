import { createSpeaker, type Speaker } from '../../electron/app/speaker.ts';

/** Speaks English, whatever the system does. */
export function englishSpeaker(): Speaker {
  return createSpeaker({ preference: () => 'en', locales: () => ['en-GB'] });
}

import type { App } from 'electron';
import { screenSchema, type Screen } from '../../shared/domain/preferences.ts';
import type { Destination } from './navigation.ts';

/** What links to Keyfob begin with. The packages say so to the system. */
const LINK_SCHEME = 'keyfob';
const LINK = /^keyfob:\/\/([a-z]+(?:-[a-z]+)*)\/?$/;

/**
 * The screen that a link names: `keyfob://settings`. Anyone can make one and any page can follow one, so that it opens a screen and
 * nothing more: whatever else stands in it makes it no link of Keyfob's.
 */
export function screenOfLink(text: string): Screen | null {
  const [, name] = LINK.exec(text) ?? [];
  return screenSchema.safeParse(name).data ?? null;
}

/** The screen that a start was asked for; null for none, and for more than one link. */
export function screenOfArguments(args: readonly string[]): Screen | null {
  const [link, ...more] = args.filter((argument) => /^keyfob:/i.test(argument));
  return link === undefined || more.length > 0 ? null : screenOfLink(link);
}

export interface ScreenLinks {
  /** From now on links open their screens; the last one that came before does too. */
  readonly follow: (goTo: (destination: Destination) => void) => void;
}

type LinkedApp = Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>;

/** Listens for links. To be called before the app is ready: macOS passes the link that it was started for early. */
export function listenForLinks(app: LinkedApp, args: readonly string[]): ScreenLinks {
  // Windows learns of the scheme from the app; the packages of the other systems say it themselves.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient(LINK_SCHEME);
  let waiting = screenOfArguments(args);
  let open = (screen: Screen): void => {
    waiting = screen;
  };
  const take = (screen: Screen | null): void => {
    if (screen !== null) open(screen);
  };
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(screenOfLink(url));
  });
  app.on('second-instance', (_event, argv) => {
    take(screenOfArguments(argv));
  });
  return {
    follow(goTo) {
      open = (screen) => {
        goTo({ screen, action: null });
      };
      take(waiting);
      waiting = null;
    },
  };
}

import type { AppErrorCode } from '../../domain/app-error.ts';
import type { FieldTextName } from '../en/fields.ts';
import type { ToldTexts } from '../en/told.ts';
import type { Formats, FormatWords } from '../formats.ts';
import type { SameTold } from '../told-text.ts';
import { accessKeys } from './access-keys.ts';
import { activity } from './activity.ts';
import { diagnostics } from './diagnostics.ts';
import { desktop } from './desktop.ts';
import { errors } from './errors.ts';
import { editing } from './editing.ts';
import { fields } from './fields.ts';
import { exchange } from './exchange.ts';
import { told } from './told.ts';
import { history } from './history.ts';
import { keys } from './keys.ts';
import { madeNames } from './made-names.ts';
import { moving } from './moving.ts';
import { network } from './network.ts';
import { notices } from './notices.ts';
import { questions } from './questions.ts';
import { quickCopy } from './quick-copy.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { ui } from './ui.ts';
import { updates } from './updates.ts';
import { vault } from './vault.ts';
import { keyDialogs } from './key-dialogs.ts';
import { exposed } from './exposed.ts';
import { team } from './team.ts';
import { usage } from './usage.ts';
import { runs } from './runs.ts';
import { runSetUp } from './run-set-up.ts';
import { environmentChoice } from './environment-choice.ts';
import { environments } from './environments.ts';
import { collections } from './collections.ts';
import { importing } from './importing.ts';
import { requests } from './requests.ts';

const words: FormatWords = { justNow: 'gerade eben' };

/** Each part under the name that its English has. */
const parts = {
  requests,
  importing,
  collections,
  environments,
  environmentChoice,
  runSetUp,
  editing,
  exchange,
  runs,
  usage,
  team,
  exposed,
  keyDialogs,
  accessKeys,
  activity,
  desktop,
  diagnostics,
  history,
  keys,
  madeNames,
  moving,
  network,
  notices,
  questions,
  quickCopy,
  settings,
  shell,
  shortcuts,
  ui,
  updates,
  vault,
};

/** All of German in one piece, loaded when it is chosen. */
export const german = { words, errors, fields, told, parts } satisfies {
  readonly words: FormatWords;
  readonly errors: Readonly<Record<AppErrorCode, readonly [message: string, remedy: string]>>;
  readonly fields: Readonly<Record<FieldTextName, string>>;
  readonly told: (formats: Formats) => SameTold<ToldTexts>;
  readonly parts: object;
};
export type German = typeof german;

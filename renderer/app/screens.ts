import {
  ArrowLeftRight,
  ChartColumn,
  FileSearch,
  History,
  KeyRound,
  ListChecks,
  ScrollText,
  Settings2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Screen } from '../../shared/domain/preferences.ts';
import { screenNames } from '../../shared/texts/en/shell.ts';
import { ApiKeysPage } from './api-keys-page.tsx';
import { later, type LaterComponent } from './later.ts';

export interface ScreenEntry extends LaterComponent {
  readonly id: Screen;
  /** Its name in English; what is shown comes from the catalogue. */
  readonly label: string;
  readonly icon: LucideIcon;
}

const requests = later(async () => (await import('../features/requests/requests-screen.tsx')).RequestsScreen);
const runs = later(async () => (await import('../features/runs/runs-screen.tsx')).RunsScreen);
const history = later(async () => (await import('../features/history/history-screen.tsx')).HistoryScreen);
const teamKeys = later(async () => (await import('../features/team/team-screen.tsx')).TeamScreen);
const activity = later(async () => (await import('../features/activity/activity-screen.tsx')).ActivityScreen);
const usage = later(async () => (await import('../features/usage/usage-screen.tsx')).UsageScreen);
const exposedKeys = later(async () => (await import('./exposed-keys-page.tsx')).ExposedKeysPage);
const settings = later(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen);
const apiKeys: LaterComponent = { component: () => ApiKeysPage, load: () => Promise.resolve() };

/** Every screen, in the order of the rail. But for the start page, each is loaded when it is first shown, or before. */
export const screens: readonly ScreenEntry[] = [
  { id: 'api-keys', label: screenNames['api-keys'], icon: KeyRound, ...apiKeys },
  { id: 'requests', label: screenNames['requests'], icon: ArrowLeftRight, ...requests },
  { id: 'runs', label: screenNames['runs'], icon: ListChecks, ...runs },
  { id: 'history', label: screenNames['history'], icon: History, ...history },
  { id: 'usage', label: screenNames['usage'], icon: ChartColumn, ...usage },
  { id: 'team-keys', label: screenNames['team-keys'], icon: Users, ...teamKeys },
  { id: 'activity', label: screenNames['activity'], icon: ScrollText, ...activity },
  { id: 'exposed-keys', label: screenNames['exposed-keys'], icon: FileSearch, ...exposedKeys },
  { id: 'settings', label: screenNames['settings'], icon: Settings2, ...settings },
];

/** Loads the code of all screens, one after the other, while there is nothing else to do. */
export function loadScreensWhenIdle(): void {
  const [...left] = screens;
  const next = (): void => {
    const screen = left.shift();
    // What could not be loaded is loaded again when it is shown, and its error is shown there.
    if (screen !== undefined) void screen.load().then(wait, wait);
  };
  const wait = (): void => void requestIdleCallback(next);
  wait();
}

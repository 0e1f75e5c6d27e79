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
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Screen } from '../../shared/domain/preferences.ts';
import { screenNames } from '../../shared/texts/en/shell.ts';
import { ApiKeysPage } from './api-keys-page.tsx';

export interface ScreenEntry {
  readonly id: Screen;
  /** Its name in English; what is shown comes from the catalogue. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly component: ComponentType | LazyExoticComponent<ComponentType>;
}

const requests = lazy(async () => ({
  default: (await import('../features/requests/requests-screen.tsx')).RequestsScreen,
}));
const runs = lazy(async () => ({
  default: (await import('../features/runs/runs-screen.tsx')).RunsScreen,
}));
const history = lazy(async () => ({
  default: (await import('../features/history/history-screen.tsx')).HistoryScreen,
}));
const teamKeys = lazy(async () => ({
  default: (await import('../features/team/team-screen.tsx')).TeamScreen,
}));
const activity = lazy(async () => ({
  default: (await import('../features/activity/activity-screen.tsx')).ActivityScreen,
}));
const usage = lazy(async () => ({
  default: (await import('../features/usage/usage-screen.tsx')).UsageScreen,
}));
const exposedKeys = lazy(async () => ({
  default: (await import('./exposed-keys-page.tsx')).ExposedKeysPage,
}));
const settings = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));

/** Every screen, in the order of the rail. But for the start page, each is loaded when it is first shown. */
export const screens: readonly ScreenEntry[] = [
  { id: 'api-keys', label: screenNames['api-keys'], icon: KeyRound, component: ApiKeysPage },
  { id: 'requests', label: screenNames['requests'], icon: ArrowLeftRight, component: requests },
  { id: 'runs', label: screenNames['runs'], icon: ListChecks, component: runs },
  { id: 'history', label: screenNames['history'], icon: History, component: history },
  { id: 'usage', label: screenNames['usage'], icon: ChartColumn, component: usage },
  { id: 'team-keys', label: screenNames['team-keys'], icon: Users, component: teamKeys },
  { id: 'activity', label: screenNames['activity'], icon: ScrollText, component: activity },
  { id: 'exposed-keys', label: screenNames['exposed-keys'], icon: FileSearch, component: exposedKeys },
  { id: 'settings', label: screenNames['settings'], icon: Settings2, component: settings },
];

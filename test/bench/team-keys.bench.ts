import { windowBench } from './window-bench.ts';

export const bench = windowBench('team-keys', 'team-keys.ts');

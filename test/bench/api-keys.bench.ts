import { windowBench } from './window-bench.ts';

export const bench = windowBench('api-keys', 'api-keys.ts');

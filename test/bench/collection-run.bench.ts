import { barsOf, barText } from './collection-run/bars.ts';
import type { Bench, Row } from './bench.ts';
import { printWork, runCollectionBench } from './collection-run.ts';

/** Keyfob’s runner beside the floor script, against its bars; the peers stand in the tables that are printed. */
export const bench: Bench = {
  name: 'collection run',
  async run() {
    const { works } = await runCollectionBench({ rounds: 10, peerRounds: 3, only: [], onWork: printWork });
    return Object.entries(works).flatMap(([work, report]): Row[] => {
      const keyfob = report.lines.find(({ runner }) => runner === 'Keyfob');
      const floor = report.lines.find(({ runner }) => runner === 'floor');
      if (keyfob === undefined || floor === undefined) return [];
      const row = (what: string, unit: string, of: 'wallMs' | 'cpuMs' | 'peakMiB'): Row => ({
        ...{ label: `${work}: ${what}`, value: keyfob[of].median, unit },
        base: { label: 'floor', value: floor[of].median },
      });
      const bars = barsOf(work, report).map((bar) => ({ ...bar, text: `${bar.label}: ${barText(bar)}` }));
      return [
        { ...row('wall', 'ms', 'wallMs'), bars },
        row('CPU', 'ms', 'cpuMs'),
        row('peak memory', 'MiB', 'peakMiB'),
      ];
    });
  },
};

import { useCallback, useMemo } from 'react';
import type uPlot from 'uplot';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import { Plot, type PlotLook, type PlotOptions } from '../../ui/chart/plot.tsx';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats } from '../../language/speech-context.ts';
import { hasIntervals } from './time-series.ts';

type Points = CommandOutput<'runs.listPoints'>;

interface TimeChartProps {
  /** The accessible name: what it shows, in a sentence. */
  readonly label: string;
  readonly points: Points;
  /** The point that is pointed at; `null` for none. */
  readonly onPoint: (index: number | null) => void;
}

/** How long answers took, by when they were asked for: each request, or of many the median and the slowest. */
export function TimeChart({ label, points, onPoint }: TimeChartProps) {
  const isMany = hasIntervals(points);
  const formats = useFormats();
  const options = useCallback((look: PlotLook) => optionsOf(look, isMany, formats), [isMany, formats]);
  const data = useMemo((): uPlot.AlignedData => {
    const { at, slowest, median } = points;
    return isMany ? [at, slowest, median] : [at, slowest];
  }, [points, isMany]);
  return <Plot label={label} options={options} data={data} onPoint={onPoint} />;
}

function optionsOf({ color, font }: PlotLook, isMany: boolean, formats: Formats) {
  const axis = { stroke: color('--color-text-muted'), font, ticks: { show: false } };
  const grid = { stroke: color('--color-line'), width: 1 };
  const durations = (_plot: uPlot, splits: number[]) => splits.map((ms) => formats.duration(ms));
  const series = (token: string) => ({
    stroke: color(token),
    width: isMany ? 1.5 : 0,
    // Single requests are dots: a line between them would say that something lies between.
    points: { show: !isMany, size: 5, fill: color(token), stroke: color(token), width: 0 },
  });
  return {
    legend: { show: false },
    padding: [8, 16, 0, 0],
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: { time: false },
      y: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.08)] },
    },
    axes: [
      { ...axis, grid: { show: false }, values: durations, space: 72 },
      { ...axis, grid, size: 64, values: durations },
    ],
    series: [
      {},
      ...(isMany ? [series('--color-series-3'), series('--color-series-1')] : [series('--color-series-1')]),
    ],
  } satisfies ReturnType<PlotOptions>;
}

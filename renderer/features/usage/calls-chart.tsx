import { useCallback, useMemo } from 'react';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats } from '../../language/speech-context.ts';
import uPlot from 'uplot';
import { Plot, type PlotLook, type PlotOptions } from '../../ui/chart/plot.tsx';
import { stacked, shortDay, type ShownSeries } from './chart-series.ts';

interface CallsChartProps {
  /** The accessible name: what it shows, in a sentence. */
  readonly label: string;
  readonly days: readonly string[];
  readonly series: readonly ShownSeries[];
  /** The day that is pointed at; `null` for none. */
  readonly onPoint: (index: number | null) => void;
}

/** Calls a day, stacked by key. */
export function CallsChart({ label, days, series, onPoint }: CallsChartProps) {
  const formats = useFormats();
  const options = useCallback(
    (look: PlotLook) => optionsOf(look, { days, series, formats }),
    [days, series, formats],
  );
  const data = useMemo(() => dataOf(days, series), [days, series]);
  return <Plot label={label} options={options} data={data} onPoint={onPoint} />;
}

/** Later series are painted over earlier ones, so the highest sums come first. */
function dataOf(days: readonly string[], series: readonly ShownSeries[]): uPlot.AlignedData {
  const sums = stacked(series).toReversed();
  return [days.map((_, index) => index), ...sums.map((each) => [...each])];
}

const LABEL_WIDTH = 64;

function optionsOf(
  { color, font }: PlotLook,
  { days, series, formats }: Pick<CallsChartProps, 'days' | 'series'> & { readonly formats: Formats },
) {
  const bars = uPlot.paths.bars?.({ size: [0.7, 36] });
  const last = days.length - 1;
  const axis = { stroke: color('--color-text-muted'), font, ticks: { show: false } };
  return {
    legend: { show: false },
    padding: [8, 8, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: [-0.5, last + 0.5] },
      y: { range: (_plot, _min, max) => [0, Math.max(4, Math.ceil(max * 1.05))] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        splits: (plot) => {
          const step = Math.max(1, Math.ceil((days.length * LABEL_WIDTH) / Math.max(1, plot.width - 60)));
          return days.map((_, index) => index).filter((index) => (last - index) % step === 0);
        },
        values: (_plot, splits) => splits.map((index) => shortDay(days[index] ?? '', formats.locale)),
      },
      {
        ...axis,
        size: 52,
        grid: { stroke: color('--color-line'), width: 1 },
        incrs: [1, 2, 5]
          .flatMap((each) => [1, 10, 100, 1e3, 1e4, 1e5, 1e6].map((ten) => each * ten))
          .sort((a, b) => a - b),
        values: (_plot, splits) => splits.map((value) => formats.number(value)),
      },
    ],
    series: [
      {},
      ...series.toReversed().map(({ color: token, name }) => ({
        label: name,
        fill: color(token),
        // A thin gap keeps neighbours of the stack apart.
        stroke: color('--color-surface'),
        width: 1,
        points: { show: false },
        ...(bars === undefined ? {} : { paths: bars }),
      })),
    ],
  } satisfies ReturnType<PlotOptions>;
}

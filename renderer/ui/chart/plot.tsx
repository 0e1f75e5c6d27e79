import { useEffect, useEffectEvent, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import styles from './plot.module.css';
import { useColorTheme } from './use-color-theme.ts';

/** What a canvas cannot know by itself: what the tokens come to here and now. */
export interface PlotLook {
  readonly color: (token: string) => string;
  readonly font: string;
}

export type PlotOptions = (look: PlotLook) => Omit<uPlot.Options, 'width' | 'height' | 'hooks'>;

interface PlotProps {
  /** The accessible name: what it shows, in a sentence. */
  readonly label: string;
  /** Keep it and the data the same between renders: it is drawn anew when one of them changes. */
  readonly options: PlotOptions;
  readonly data: uPlot.AlignedData;
  /** The index of the value that is pointed at; `null` for none. */
  readonly onPoint: (index: number | null) => void;
}

/** A chart, drawn to the size of its container, which it never changes. */
export function Plot({ label, options, data, onPoint }: PlotProps) {
  const container = useRef<HTMLDivElement>(null);
  const theme = useColorTheme();
  const point = useEffectEvent(onPoint);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const look = { color: colorReader(element), font: fontOf(element) };
    const onCursor = (plot: uPlot) => {
      point(plot.cursor.idx ?? null);
    };
    const plot = new uPlot({ ...options(look), hooks: { setCursor: [onCursor] }, ...size() }, data, element);
    const observer = new ResizeObserver(() => {
      plot.setSize(size());
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [options, data, theme]);
  return <div ref={container} className={styles.chart} role="img" aria-label={label} />;
}

/** A canvas knows no custom properties: this reads what one comes to. */
function colorReader(element: HTMLElement): (token: string) => string {
  const probe = document.createElement('span');
  return (token) => {
    probe.style.color = `var(${token})`;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

function fontOf(element: HTMLElement): string {
  const { fontFamily } = getComputedStyle(element);
  return `11px ${fontFamily}`;
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { hexLine } from './hex-lines.ts';
import styles from './hex-view.module.css';
import { useHexPages } from './use-hex-pages.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface HexViewProps {
  /** Of the exchange. */
  readonly id: string;
  /** Hexadecimal digits of the first bytes. */
  readonly hex: string;
  /** Bytes that can be looked at; beyond those of `hex` they are fetched. */
  readonly size: number;
}

const LINE = 20;
const BYTES_A_LINE = 16;
/** As many lines as a browser can lay out under each other; a longer body comes in sections. */
const SECTION_BYTES = 8 * 1024 * 1024;

/** Bytes as offset, hexadecimal and text; only the lines in view are made, and only their bytes fetched. */
export function HexView({ id, hex, size }: HexViewProps) {
  const texts = useTexts(exchangeTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const [section, setSection] = useState(0);
  const from = section * SECTION_BYTES;
  const bytes = Math.min(SECTION_BYTES, size - from);
  const virtualizer = useVirtualizer({
    count: Math.ceil(bytes / BYTES_A_LINE),
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 20,
    initialRect: { width: 600, height: 400 },
  });
  const items = virtualizer.getVirtualItems();
  const first = from + (items[0]?.index ?? 0) * BYTES_A_LINE;
  const last = from + ((items.at(-1)?.index ?? 0) + 1) * BYTES_A_LINE;
  const byteAt = useHexPages({ id, hex, first, last: Math.min(last, size) });
  const sections = Math.ceil(size / SECTION_BYTES);
  const go = (to: number) => {
    setSection(to);
    scroller.current?.scrollTo({ top: 0 });
  };
  return (
    <div className={styles.view}>
      {sections > 1 && (
        <div className={styles.bar}>
          <Button
            size="small"
            isDisabled={section === 0}
            onPress={() => {
              go(section - 1);
            }}
          >
            {texts.hex.before}
          </Button>
          <Button
            size="small"
            isDisabled={section === sections - 1}
            onPress={() => {
              go(section + 1);
            }}
          >
            {texts.hex.after}
          </Button>
          <span>{texts.hex.part(section + 1, sections, SECTION_BYTES)}</span>
        </div>
      )}
      <div ref={scroller} className={styles.scroller} role="region" aria-label={texts.hex.label} tabIndex={0}>
        <div className={styles.content} style={{ blockSize: virtualizer.getTotalSize() }}>
          {items.map((item) => (
            <pre
              key={item.key}
              className={styles.line}
              style={{ transform: `translateY(${String(item.start)}px)` }}
            >
              {hexLine(from + item.index * BYTES_A_LINE, Math.min(size, from + bytes), byteAt)}
            </pre>
          ))}
        </div>
      </div>
    </div>
  );
}

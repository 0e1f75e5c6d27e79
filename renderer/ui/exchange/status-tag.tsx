import { Tag, type Tone } from '../tag.tsx';

function toneOf(status: number): Tone {
  if (status < 300) return 'good';
  if (status < 400) return 'accent';
  return status < 500 ? 'warn' : 'danger';
}

interface StatusTagProps {
  /** `null`: no response came. */
  readonly status: number | null;
  /** The server's words, or what happened instead of a response. */
  readonly text?: string;
  /** Of what happened instead of a response. */
  readonly tone?: Tone;
}

/** A server may send any length of text. */
const MAX_TEXT = 40;

/** An HTTP status with its text, coloured by its class; or what happened instead of one. */
export function StatusTag({ status, text = '', tone = 'danger' }: StatusTagProps) {
  if (status === null) return <Tag tone={tone}>{text === '' ? 'No response' : text}</Tag>;
  const label = `${String(status)} ${text.slice(0, MAX_TEXT)}`.trim();
  return (
    <Tag tone={toneOf(status)} title={text}>
      {label}
    </Tag>
  );
}

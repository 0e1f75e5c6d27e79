import { z } from 'zod';

const refusalSchema = z.object({ message: z.string() });
const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string().default('some versions') }),
  ),
});

/**
 * What `npm audit --json` says of packages that are shipped. Nearly all of them are development dependencies, as they are bundled,
 * so that npm itself cannot tell them from tools. An answer that is none is a problem too.
 */
export function auditProblems(answer: string, shipped: ReadonlySet<string>): readonly string[] {
  if (shipped.size === 0) return ['Nothing is known to be shipped: build first'];
  const given = parsed(answer);
  const report = reportSchema.safeParse(given);
  if (!report.success) return [noAnswer(given)];
  return Object.entries(report.data.vulnerabilities)
    .filter(([name, { severity }]) => shipped.has(name) && ['high', 'critical'].includes(severity))
    .map(([name, { severity, range }]) => `${name}: a ${severity} hole in ${range}`);
}

/** With the reason, where npm gives one: a registry that answers no audits, or no network. */
function noAnswer(given: unknown): string {
  const refusal = refusalSchema.safeParse(given);
  const reason = refusal.success ? ` (${refusal.data.message})` : '';
  return `No answer: nobody said whether there are known holes${reason}`;
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    // Not JSON: the same as no answer.
    return undefined;
  }
}

import { z } from 'zod';

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
  const report = reportSchema.safeParse(parsed(answer));
  if (!report.success) return ['No answer: nobody said whether there are known holes'];
  return Object.entries(report.data.vulnerabilities)
    .filter(([name, { severity }]) => shipped.has(name) && ['high', 'critical'].includes(severity))
    .map(([name, { severity, range }]) => `${name}: a ${severity} hole in ${range}`);
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    // Not JSON: the same as no answer.
    return undefined;
  }
}

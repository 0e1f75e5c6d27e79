/** `npm run audit`: asks for known holes in what is shipped, bundled or not; fails for those that are high or critical. */
import { execFile } from 'node:child_process';
import { projectFolder } from '../test/support/build.ts';
import { auditProblems } from './packaging/audit-problems.ts';
import { materials } from './packaging/bill-of-materials.ts';

/** npm ends with 1 when it finds anything at all; its answer says what. */
async function npmAudit(): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: projectFolder, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' };
    execFile('npm', ['audit', '--json'], options, (_ended, stdout) => {
      resolve(stdout);
    });
  });
}

const names = new Set((await materials()).map(({ name }) => name));
const problems = auditProblems(await npmAudit(), names);
for (const problem of problems) console.log(problem);
console.log(
  `${String(names.size)} packages are shipped, ${problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** `npm run smoke`: starts the build, generates a key and sends a request with it. Where Electron's program is, on Electron. */
import { chooseHost } from '../test/support/electron-binary.ts';
import { runMainJob } from './packaging/main-job.ts';

console.log(
  `A key is generated and a request sent, on ${chooseHost() === 'electron' ? 'Electron' : 'the stand-in'} …`,
);
await runMainJob({ packaged: false });
console.log('passed');

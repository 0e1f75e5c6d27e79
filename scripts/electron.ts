/** `npm run electron`: downloads Electron's program where it is not there yet, and fails where it cannot be had. */
import { obtainElectron } from './obtain-electron.ts';

const program = await obtainElectron();
console.log(
  program === undefined ? "Electron's program cannot be downloaded here" : `Electron is ${program}`,
);
process.exitCode = program === undefined ? 1 : 0;

/** `npm run package [-- arguments of electron-builder]`: builds and packages for the platform that it runs on. */
import { build } from '../test/support/build.ts';
import { obtainElectron } from './obtain-electron.ts';
import { runBuilder } from './run-builder.ts';
import { writeStandInDistribution } from './stand-in-distribution.ts';

const ownArguments = process.argv.slice(2);
await build();
const electron = await obtainElectron();
if (electron === undefined) {
  console.log(
    "Electron's program cannot be downloaded here: the folder dist/linux-unpacked is packaged around a stand-in for it.",
  );
  const distribution = await writeStandInDistribution();
  process.exitCode = await runBuilder(['--linux', 'dir', `-c.electronDist=${distribution}`], false);
} else {
  process.exitCode = await runBuilder(ownArguments, false);
}

/** `npm run licences`: writes docs/licences.md, the packages in the packaged app with their licences. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { isAccepted, licenceDocument, licencesPath, shippedPackages } from './licences/licence-list.ts';

const shipped = await shippedPackages();
const options = await resolveConfig(licencesPath);
await writeFile(licencesPath, await format(licenceDocument(shipped), { ...options, filepath: licencesPath }));
const refused = shipped.filter(({ licence }) => !isAccepted(licence));
for (const { name, licence } of refused)
  console.log(`${name} is under ${licence}, which nobody has looked at`);
console.log(`${String(shipped.length)} packages in docs/licences.md`);
process.exitCode = refused.length === 0 ? 0 : 1;

/** `npm run sbom`: writes dist/keyfob.cdx.json, the bill of materials of the packaged app (CycloneDX). */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { projectFolder } from '../test/support/build.ts';
import { billPath, billProblems, billText, materials } from './packaging/bill-of-materials.ts';

const text = await billText();
await mkdir(dirname(billPath), { recursive: true });
await writeFile(billPath, text);
const problems = billProblems(text, await materials());
for (const problem of problems) console.log(problem);
console.log(`The bill of materials is ${relative(projectFolder, billPath)}`);
process.exitCode = problems.length === 0 ? 0 : 1;

import fc from 'fast-check';
import { fuzz, isLongFuzz } from './fuzz.ts';

// A change is judged by what it changes: in continuous integration the properties draw the same cases each time. Everywhere else they
// draw new ones, and what they find becomes a test of its own. A longer run draws more of those that do not say how many.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 5362 });
else if (isLongFuzz) fc.configureGlobal(fuzz(100));

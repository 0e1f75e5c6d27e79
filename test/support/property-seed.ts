import fc from 'fast-check';

// A change is judged by what it changes: in continuous integration the properties draw the same cases each time. Everywhere else they
// draw new ones, and what they find becomes a test of its own.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 5362 });

import { expect, test } from 'vitest';
import { isNewer, notesOf } from '../../../../shared/domain/release-notes.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- Not yet.

## [0.2.0] - 2026-12-01

### Added

- Runs start where they were ended,
  and say **how far** they came.
- A [\`switch\`](docs/x.md).

### Fixed

## [0.1.0] - 2026-11-01

### Added

- Keys.
`;

test('finds what a version brought, with items over several lines and without marks', () => {
  expect(notesOf(CHANGELOG, '0.2.0')).toEqual([
    {
      title: 'Added',
      items: ['Runs start where they were ended, and say how far they came.', 'A switch.'],
    },
  ]);
  expect(notesOf(CHANGELOG, '0.1.0')).toEqual([{ title: 'Added', items: ['Keys.'] }]);
  expect([notesOf(CHANGELOG, '0.3.0'), notesOf('', '0.1.0'), notesOf(CHANGELOG, '0.2')]).toEqual([
    [],
    [],
    [],
  ]);
});

test('tells a newer version by its numbers', () => {
  expect([isNewer('0.10.0', '0.9.9'), isNewer('1.0.0', '0.9.9'), isNewer('0.1.1', '0.1.0')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isNewer('0.1.0', '0.1.0'), isNewer('0.1.0', '0.2.0'), isNewer('x', '0.1.0')]).toEqual([
    false,
    false,
    false,
  ]);
});

import changelog from '../../CHANGELOG.md?raw';
import { notesOf, type NotesSection } from '../../shared/domain/release-notes.ts';

/** What the changelog that this copy was built with says of a version. Nothing is asked of anybody. */
export function bundledNotes(version: string): readonly NotesSection[] {
  return notesOf(changelog, version);
}

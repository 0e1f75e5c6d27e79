import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { CodeEditor } from '../../../../renderer/ui/code-editor.tsx';
import { codeLoader } from '../../../../renderer/ui/code-loader.ts';
import { SpeechContext } from '../../../../renderer/language/speech-context.ts';
import { german } from '../../../../shared/texts/de/german.ts';
import { speakEnglish, speakGerman, type Speech } from '../../../../shared/texts/speech.ts';
import { CodeMirror } from '../../../../renderer/ui/code-mirror/code-mirror.tsx';

/** An editor whose code comes when the test says. */
function slowEditor() {
  let arrive: (code: typeof CodeMirror) => void = () => undefined;
  const code = new Promise<typeof CodeMirror>((resolve) => {
    arrive = resolve;
  });
  const loader = codeLoader(() => code);
  function Body() {
    const [text, setText] = useState('');
    return <CodeEditor label="Body" value={text} language="text" onChange={setText} loader={loader} />;
  }
  render(<Body />);
  return {
    textarea: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Body' }),
    load: async () => {
      await act(async () => {
        arrive(CodeMirror);
        await loader.load();
      });
    },
    editor: () => screen.getByRole('textbox', { name: 'Body' }),
  };
}

/** What is selected in the page, which is where CodeMirror keeps it while it has the focus. */
function selected(): string {
  return getSelection()?.toString() ?? '';
}

test('what is typed before the editor has loaded stays, with the selection and the focus', async () => {
  const { textarea, load, editor } = slowEditor();
  textarea.focus();
  fireEvent.change(textarea, { target: { value: 'typed early' } });
  textarea.setSelectionRange(0, 5);

  await load();

  expect(editor().classList).toContain('cm-content');
  expect(editor().textContent).toBe('typed early');
  expect(document.activeElement).toBe(editor());
  expect(selected()).toBe('typed');
});

test('an editor that has loaded takes no focus that its text had not', async () => {
  const { textarea, load, editor } = slowEditor();
  fireEvent.change(textarea, { target: { value: 'given' } });

  await load();

  expect(editor().textContent).toBe('given');
  expect(document.activeElement).toBe(document.body);
});

test('an editor that has loaded waits until an input method is done', async () => {
  const { textarea, load, editor } = slowEditor();
  textarea.focus();
  fireEvent.compositionStart(textarea);
  fireEvent.change(textarea, { target: { value: 'に' } });

  await load();
  expect(editor()).toBe(textarea);
  fireEvent.change(textarea, { target: { value: '日本' } });
  fireEvent.compositionEnd(textarea);

  expect(editor().textContent).toBe('日本');
  expect(document.activeElement).toBe(editor());
});

test('an editor that is open when the language changes is named anew, with its text and its focus', async () => {
  const loader = codeLoader(() => Promise.resolve(CodeMirror));
  await loader.load();
  const editorNamed = (label: string, placeholder: string) => (
    <CodeEditor {...{ label, placeholder, loader }} value="" language="text" onChange={() => undefined} />
  );
  const { rerender } = render(editorNamed('Body', 'Nothing yet'));
  const editor = screen.getByRole('textbox', { name: 'Body' });
  editor.focus();

  rerender(editorNamed('Inhalt', 'Noch nichts'));

  expect(screen.getByRole('textbox', { name: 'Inhalt' })).toBe(editor);
  expect(editor.textContent).toBe('Noch nichts');
  expect(document.activeElement).toBe(editor);
});

test('what is open in an editor is worded anew when the language changes: the search, and what folds', async () => {
  const loader = codeLoader(() => Promise.resolve(CodeMirror));
  await loader.load();
  const body = (
    <CodeEditor
      label="Body"
      value={'{\n  "a": [1]\n}'}
      language="json"
      loader={loader}
      onChange={() => undefined}
    />
  );
  const spoken = (speech: Speech) => <SpeechContext value={speech}>{body}</SpeechContext>;
  const { rerender } = render(spoken(speakEnglish('en')));
  const editor = screen.getByRole('textbox', { name: 'Body' });
  editor.focus();
  fireEvent.keyDown(editor, { key: 'f', ctrlKey: true });
  const search = await screen.findByRole('textbox', { name: 'Find' });
  fireEvent.input(search, { target: { value: 'b' } });
  fireEvent.click(screen.getByRole('button', { name: 'Match case' }));
  expect(screen.getByText('No matches')).toBeTruthy();
  expect(await screen.findAllByTitle('Fold')).not.toEqual([]);

  rerender(spoken(speakGerman('de', german)));

  expect(screen.getByRole('textbox', { name: 'Suchen' })).toHaveProperty('value', 'b');
  expect(screen.getByRole('button', { name: /^Groß-/ }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText('Kein Treffer')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Suche schließen' })).toBeTruthy();
  expect(screen.getAllByTitle('Einklappen')).not.toEqual([]);
  expect(screen.queryAllByTitle('Fold')).toEqual([]);
});

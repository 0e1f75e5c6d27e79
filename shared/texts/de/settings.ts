import type { ShapeOf } from '../define-texts.ts';
import type { settingsTexts } from '../en/settings.ts';

export function settings(): ShapeOf<typeof settingsTexts> {
  return {
    appearance: {
      title: 'Darstellung',
      theme: 'Design',
      themeDescription: '„System“ folgt der Einstellung des Desktops.',
      themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
      language: 'Sprache',
      languageDescription: 'Für Fenster, Symbol in der Taskleiste und Menüs.',
      languages: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
    },
  };
}

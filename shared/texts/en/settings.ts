import { defineTexts } from '../define-texts.ts';

export const settingsTexts = defineTexts('settings', () => ({
  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    themeDescription: 'System follows your desktop.',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languageDescription: 'Of the window, the tray and the menus.',
    /** Each language is named in itself. */
    languages: { system: 'As the system', en: 'English', de: 'Deutsch' },
  },
}));

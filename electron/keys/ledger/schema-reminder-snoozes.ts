/** A reminder that the person put off: it is told again then, of the same end. */
export const SCHEMA_REMINDER_SNOOZES = `
ALTER TABLE key_reminders ADD COLUMN snoozed_until INTEGER;
`;

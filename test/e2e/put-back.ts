/** Restores the user settings after each test file, since tests change the theme, and removes what it left unsaved. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { seat } from './seat';

const settings = readFileSync(seat().settingsFile);

afterAll(() => {
  writeFileSync(seat().settingsFile, settings);
  // The editor would open unsaved changes again in the next file's window.
  rmSync(join(dirname(seat().settingsFile), 'Backups'), { recursive: true, force: true });
});

/** Restores the user settings after each test file, since tests change the theme. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, inject } from 'vitest';

const settings = readFileSync(inject('settingsFile'));

afterAll(() => writeFileSync(inject('settingsFile'), settings));

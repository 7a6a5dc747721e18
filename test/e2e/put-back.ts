/** Restores the user settings after each test file, since tests change the theme. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { seat } from './seat';

const settings = readFileSync(seat().settingsFile);

afterAll(() => writeFileSync(seat().settingsFile, settings));

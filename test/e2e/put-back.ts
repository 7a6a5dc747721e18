/** After each file of tests: the user's settings are what they were, whatever theme the tests chose. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, inject } from 'vitest';

const settings = readFileSync(inject('settingsFile'));

afterAll(() => writeFileSync(inject('settingsFile'), settings));

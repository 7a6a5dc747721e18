/** Restores the folder and the user settings after each test file, since tests write files and change the theme. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { seat } from './seat';

const { folder, settingsFile } = seat();
const settings = readFileSync(settingsFile);
const files = new Map(namesIn(folder).map((name) => [name, readFileSync(join(folder, name))]));

// Hooks run last to first: by now the file has closed its editors.
afterAll(() => {
  writeFileSync(settingsFile, settings);
  for (const name of namesIn(folder)) if (!files.has(name)) rmSync(join(folder, name));
  for (const [name, bytes] of files)
    if (!readFileSync(join(folder, name)).equals(bytes)) writeFileSync(join(folder, name), bytes);
  // A page that was closed with unsaved changes would open them again.
  rmSync(join(dirname(settingsFile), 'Backups'), { recursive: true, force: true });
});

function namesIn(of: string): readonly string[] {
  return readdirSync(of).filter((name) => statSync(join(of, name)).isFile());
}

// Finds a Chromium for the tests, or installs one if possible.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say, StepFailed } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((base) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[base] ?? '', path),
    ),
  ),
};

/** The path of a Chromium; throws StepFailed with what to install. */
export function chromium() {
  const found = find() ?? (install() ? find() : undefined);
  if (found !== undefined) return found;
  throw new StepFailed(
    'No Chromium is found. Install one (Debian: apt install chromium), or set CHROME_PATH to the program.',
  );
}

function find() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new StepFailed(`CHROME_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const onPath = names.flatMap((name) =>
    (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  return [...onPath, ...(places[process.platform] ?? [])].find(isProgram);
}

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return false;
  say('Installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run('apt-get', ['update', '-qq'], { show: false, env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { show: false, env });
    return true;
  } catch (error) {
    say(error.message);
    return false;
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

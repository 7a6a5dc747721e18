// Finds a Chromium for the tests, or installs one if possible.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say, StepFailed } from './steps.mjs';

/** The first is Chromium without windows, which takes an eighth less processor time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
/** Debian's packages, of which some systems lack the first. */
const packages = ['chromium-headless-shell', 'chromium'];
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
  say('Installing Chromium with apt-get …');
  const apt = (...args) => {
    try {
      run('apt-get', [...args, '-qq'], { show: false, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
      return true;
    } catch (error) {
      say(error.message);
      return false;
    }
  };
  apt('update');
  return packages.some((name) => apt('install', '-y', '--no-install-recommends', name));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of tests in VS Code and on the page. */
import { chromium, type Browser } from 'playwright-core';

/** With these, Chromium requests nothing by itself, finds no other host, and leaves more of the processors to the pages. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--num-raster-threads=1',
  '--disable-lcd-text',
  '--disable-smooth-scrolling',
  '--disable-threaded-animation',
  // WebAssembly is compiled once, fast: to optimize it takes longer than the short runs of the tests.
  '--js-flags=--no-wasm-dynamic-tiering --no-wasm-tier-up',
  // Requests are not intercepted, which would send each through Node and turn the browser's cache off.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost',
];

export function startBrowser(executablePath: string, ...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...quiet, ...more] });
}

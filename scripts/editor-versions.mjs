// The VS Code versions used by `npm start` and the tests if there is no desktop VS Code, as npm packages. All their versions
// are here.

/** Its server needs a Node with `module.registerHooks`, which npm has as a package for Linux. */
export const current = { vscode: '1.139.1', codeServer: '4.139.1', megabytes: 200 };
export const ownNode = { version: '24.21.0', systems: ['linux-x64', 'linux-arm64'], megabytes: 50 };

/** Its server runs on Node 20. */
export const older = { vscode: '1.100.3', codeServer: '4.100.3', megabytes: 85 };

/** For the web: static files only. This is the oldest VS Code that package.json supports. */
export const web = { vscode: '1.91.1', megabytes: 45 };

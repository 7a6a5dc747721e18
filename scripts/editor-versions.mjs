// The VS Code that is tried and tested with where no desktop one is at hand, as npm packages: the one place with their versions.

/** Its server needs a Node with `module.registerHooks`; for Linux npm has such a Node as a package. */
export const current = { vscode: '1.139.1', codeServer: '4.139.1', megabytes: 200 };
export const ownNode = { version: '24.21.0', systems: ['linux-x64', 'linux-arm64'], megabytes: 50 };

/** Its server runs on Node 20. */
export const older = { vscode: '1.100.3', codeServer: '4.100.3', megabytes: 85 };

/** For the web: files only. It is the oldest VS Code that package.json says the extension runs in. */
export const web = { vscode: '1.91.1', megabytes: 45 };

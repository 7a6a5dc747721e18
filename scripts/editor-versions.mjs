// The VS Code that is tried and tested with where no desktop one is at hand, as npm packages: the one place with their versions.

/** VS Code 1.139.1. Its server needs Node 24, which npm has as a package for Linux. */
export const current = { codeServer: '4.139.1', vscode: '1.139.1', nodeMajor: 24, node: '24.21.0', nodePackages: ['linux-x64', 'linux-arm64'] };

/** VS Code 1.100.3, whose server runs on Node 20: for systems that have no package of Node 24. */
export const older = { codeServer: '4.100.3', vscode: '1.100.3', nodeMajor: 20 };

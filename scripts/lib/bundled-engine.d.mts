/**
 * Tests get the bundled modules; a module that a test loads by its path imports other sources by their paths, too. While files
 * are watched, tests get the sources, so that a change runs those that it concerns.
 */
export function bundledEngine(): {
  readonly name: string;
  readonly enforce: 'pre';
  configureVitest(context: { readonly vitest: { readonly config: { readonly watch: boolean } } }): void;
  resolveId(name: string, importer: string | undefined): string | undefined;
};

/** For `server.deps.external`: what Node loads itself. */
export const bundledFiles: RegExp;

/** Runs before the suites. Files that are right already stay as they are, since another run may be loading them. */
export function setup(): Promise<void>;

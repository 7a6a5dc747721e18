import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults, section } from '#server/settings';
import { tools } from '#tools/index';
import { schemaOf } from '#tools/json-schema';
import { toolManifest } from '../../scripts/lib/tool-manifest.mjs';

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly order: number;
  readonly examples?: readonly string[];
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly languages: readonly {
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string; readonly toolReferenceName: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly grammars: readonly { readonly path: string }[];
  };
  readonly icon: string;
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const sentences = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
  string,
  Setting
>;

test('defines every sentence that it uses, and no other', () => {
  const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
  expect([...used].sort()).toEqual(Object.keys(sentences).sort());
});

test('has the same settings and defaults as the server', () => {
  const own = Object.fromEntries(
    Object.entries(settings)
      .filter(([key]) => !key.endsWith('trace.server'))
      .map(([key, value]) => [key, value.default]),
  );
  expect(own).toEqual({
    [`${section}.phase`]: defaults.phase,
    [`${section}.datum`]: defaults.datum,
    [`${section}.schema`]: defaults.schema,
    [`${section}.acceptedNames`]: defaults.acceptedNames,
    [`${section}.targets`]: defaults.targets,
    ...Object.fromEntries(
      Object.entries(defaults.inlayHints).map(([key, value]) => [`${section}.inlayHints.${key}`, value]),
    ),
    ...Object.fromEntries(
      Object.entries(defaults.codeLens).map(([key, value]) => [`${section}.codeLens.${key}`, value]),
    ),
  });
  for (const setting of Object.values(settings))
    expect(setting).toMatchObject({ scope: expect.any(String), markdownDescription: expect.any(String) });
});

test('orders settings, and has a pattern for those that take a text', () => {
  for (const { properties } of manifest.contributes.configuration) {
    expect(Object.values(properties).map(({ order }) => order)).toEqual(Object.keys(properties).map((_, i) => i + 1));
  }
  const open = Object.entries(settings).filter(
    ([, { type, enum: values }]) => (type === 'string' && !values) || type === 'array',
  );
  expect(open.filter(([, { examples = [] }]) => examples.length === 0).map(([key]) => key)).toEqual([]);
});

/** Commands that need no net. */
const everywhere = ['newNet', 'newSolver', 'openExample', 'firstSteps'].map((name) => `prototxtLens.${name}`);

test('shows each command in the palette only where it applies', () => {
  const { commands, menus } = manifest.contributes;
  expect(
    commands
      .map(({ command }) => command)
      .filter((command) => !everywhere.includes(command))
      .filter((command) => !menus.commandPalette.some((item) => item.command === command && item.when !== '')),
  ).toEqual([]);
});

test('activates the extension to restore each panel, even if no net is open', () => {
  const pages = readdirSync('webview', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`webview/${entry.name}/main.ts`))
    .map(({ name }) => name);
  expect(pages.length).toBeGreaterThan(2);
  // VS Code adds the event of a custom editor itself.
  const editors = manifest.contributes.customEditors.map(({ viewType }) => viewType);
  expect(editors).toEqual([`${section}.model`]);
  expect(manifest.activationEvents).toEqual(
    expect.arrayContaining(
      pages
        .map((page) => `${section}.${page}`)
        .filter((page) => !editors.includes(page))
        .map((page) => `onWebviewPanel:${page}`),
    ),
  );
});

test('lists the tools for language models as `npm run docs` writes them', () => {
  const { languageModelTools } = manifest.contributes;
  expect(languageModelTools).toEqual(toolManifest(tools, schemaOf));
  // The names that VS Code accepts.
  for (const { name, toolReferenceName } of languageModelTools) {
    expect(name).toMatch(/^[\w-]+$/);
    expect(toolReferenceName).toMatch(/^\w+$/);
  }
});

test('refers to existing files', () => {
  const { languages, grammars } = manifest.contributes;
  const paths = [
    manifest.icon,
    ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ...grammars.map(({ path }) => path),
  ];
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('activates the extension for files that another extension claims under its own language', () => {
  expect(manifest.activationEvents).toEqual(
    expect.arrayContaining(['onLanguage:prototxt', 'onLanguage:textproto', 'onLanguage:prototext']),
  );
});

test('has a picture for each step of the walkthrough, and an existing event that completes it', () => {
  const { commands, walkthroughs } = manifest.contributes;
  const done = new Set(commands.map(({ command }) => `onCommand:${command}`));
  for (const { steps } of walkthroughs) {
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ media }) => !existsSync(media.svg))).toEqual([]);
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    expect(events.filter((event) => !done.has(event))).toEqual(['onContext:prototxtLens.hoveredFiller']);
  }
});

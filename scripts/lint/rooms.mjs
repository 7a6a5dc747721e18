// The lint rule `rooms/one-way`, as a plugin: imports point from later rooms to earlier ones, never back. See ARCHITECTURE.md.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/** Each room may import itself and those of the lines above it, but not other rooms of its own line. */
const order = [
  ['problems'],
  ['messages'],
  ['numbers', 'lists', 'lazy', 'steps'],
  ['text'],
  ['wire'],
  ['schema'],
  ['random'],
  ['net'],
  ['moments', 'graph'],
  ['gradient'],
  ['layers', 'fillers', 'policies'],
  ['infer'],
  ['dialects'],
  ['comments', 'weights'],
  ['weight-files'],
  ['signal'],
  ['cost', 'onnx'],
  ['solver'],
  ['checks', 'targets'],
  ['analysis'],
  ['edit', 'log'],
  ['core'],
  ['project'],
  ['protocol', 'run'],
  ['tools'],
  ['server', 'webview', 'client', 'cli'],
  ['site'],
  ['scripts'],
  ['bench'],
  ['test'],
];
const rank = new Map(order.flatMap((rooms, index) => rooms.map((room) => [room, index])));

/** `core/index.ts`, the engine as a library. */
const topOfCore = 'core';

/** Contracts that earlier rooms may use in types, since their values are passed in. */
const contracts = new Set(['core/dialects/dialect']);

const engineFree = /^(node:|vscode$|vscode-|@vscode\/)/;
const fileSystem = /^(node:)?fs(\/|$)/;
/** The only users of Node's file system; all other rooms receive `Files`. */
const fileSystemUsers = /^project\/node\//;

const oneWay = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, additionalProperties: false }],
    messages: {
      backwards: '`{{from}}` must not import `{{to}}`: imports point one way (see ARCHITECTURE.md).',
      outside: '`core` runs anywhere: it must not import `{{to}}`.',
      files: 'Files are read through `Files` of `project/files.ts`: only `project/node` imports `{{to}}`.',
      protobuf:
        '`{{from}}` must not import protobufjs: protos and binary files are read here by code whose cost is bounded.',
    },
  },
  create(context) {
    const root = context.options[0]?.root ?? repository;
    const from = relative(root, context.filename).replaceAll('\\', '/');
    const check = (node, source, kind) => {
      if (!source || typeof source.value !== 'string') return;
      const found = complaint(from, source.value, kind, root);
      if (found) context.report({ node: source, ...found });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind),
      ImportExpression: (node) => check(node, node.source, 'value'),
      TSImportType: (node) => check(node, node.source, 'type'),
    };
  },
};

/**
 * What is wrong with an import of `source` in a file, as the id of a message and its data; undefined where nothing is.
 * `file`: path from the repository's folder. `kind`: 'type' for what is imported as types alone. `root`: the repository's folder.
 */
export function complaint(file, source, kind, root = repository) {
  const from = withoutExtension(file);
  if (!source.startsWith('.') && !source.startsWith('#')) return complaintOfPackage(from, source);
  const to = targetOf(root, from, source);
  const [own, other] = [roomOf(from), roomOf(to)];
  if (own === undefined || other === undefined || own === other) return undefined;
  if (kind === 'type' && contracts.has(to)) return undefined;
  return rank.get(other) < rank.get(own) ? undefined : { messageId: 'backwards', data: { from: own, to: other } };
}

function complaintOfPackage(from, source) {
  if (from.startsWith('core/') && engineFree.test(source)) return { messageId: 'outside', data: { to: source } };
  if (/^(project|tools|server|cli)\//.test(from) && fileSystem.test(source) && !fileSystemUsers.test(from))
    return { messageId: 'files', data: { to: source } };
  const room = /^(core|project|tools|server|cli|client)\//.test(from);
  if (room && /^protobufjs(\/|$)/.test(source)) return { messageId: 'protobuf', data: { from } };
  return undefined;
}

/** The imported file as a path from the repository's folder, without extension. */
function targetOf(root, from, source) {
  if (source.startsWith('#')) return withoutExtension(source.slice(1));
  const path = resolve(root, dirname(from), source);
  const file = existsSync(`${path}.ts`) ? path : existsSync(join(path, 'index.ts')) ? join(path, 'index') : path;
  return withoutExtension(relative(root, file).replaceAll('\\', '/'));
}

/** Undefined for files that belong to no room, such as configurations of tools. */
function roomOf(path) {
  const [top, next, ...rest] = path.split('/');
  if (top !== 'core') return rank.has(top) ? top : undefined;
  return rank.has(next) ? next : rest.length === 0 ? topOfCore : undefined;
}

function withoutExtension(path) {
  return path.replace(/\.(d\.)?[cm]?[jt]s$/, '');
}

export default { meta: { name: 'rooms' }, rules: { 'one-way': oneWay } };

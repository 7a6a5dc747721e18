/** The peers that the project is compared with, on the same net. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MessageNode, ValueNode } from '#core/text/tree';
import { parse } from '#core/text/parser';
import protobuf from 'protobufjs';
import textformat from 'protobufjs/ext/textformat.js';
import { getLanguageService, TextDocument, type JSONSchema } from 'vscode-json-languageservice';

const protoPath = resolve('schemas/bvlc.proto');

/** protobufjs's reader of the text format, with the same schema. */
export function protobufjsReader(): (text: string) => unknown {
  const { root } = protobuf.parse(readFileSync(protoPath, 'utf8'), { keepCase: true });
  const type = root.lookupType('caffe.NetParameter');
  return (text) => textformat.fromText(type, text);
}

/** A whole `protoc --encode` process with the net on its standard input; undefined if protoc is not installed. */
export function protocProcess(): ((text: string) => unknown) | undefined {
  if (spawnSync('protoc', ['--version']).status !== 0) return undefined;
  const args = ['--encode=caffe.NetParameter', `--proto_path=${resolve('schemas')}`, protoPath];
  return (text) => {
    const { status, stderr } = spawnSync('protoc', args, { input: text, maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr.toString());
    return status;
  };
}

/** The JSON language service: parses a document and validates it with a small schema. */
export function jsonService(): (json: string) => Promise<unknown> {
  const service = getLanguageService({});
  let version = 0;
  return async (json) => {
    const document = TextDocument.create('bench://net.json', 'json', ++version, json);
    return service.doValidation(document, service.parseJSONDocument(document), {}, netSchema);
  };
}

/** The net as JSON, with one field per line. */
export function asJson(text: string): string {
  return JSON.stringify(objectOf(text, parse(text).tree.root), null, 1);
}

function objectOf(text: string, message: MessageNode): Readonly<Record<string, unknown>> {
  const lists: Record<string, unknown[]> = {};
  for (const { name, value } of message.fields) if (value) (lists[name] ??= []).push(valueOf(text, value));
  return Object.fromEntries(
    Object.entries(lists).map(([name, values]) => [name, values.length === 1 && name !== 'layer' ? values[0] : values]),
  );
}

function valueOf(text: string, value: ValueNode): unknown {
  if (value.kind === 'message') return objectOf(text, value);
  if (value.kind === 'list') return value.items.map((item) => valueOf(text, item));
  const spelling = text.slice(value.start, value.end);
  if (value.token === 'string') return spelling.slice(1, -1);
  return Number.isNaN(Number(spelling)) ? spelling : Number(spelling);
}

const oneOrMore = (type: string): JSONSchema => ({ anyOf: [{ type: 'array', items: { type } }, { type }] });

const netSchema: JSONSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    layer: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'type'],
        properties: {
          name: { type: 'string' },
          type: { type: 'string' },
          bottom: oneOrMore('string'),
          top: oneOrMore('string'),
        },
      },
    },
  },
};

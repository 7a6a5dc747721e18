/** Which Caffe the files are read by: a name, or a proto. */
import { basename, dirname, isAbsolute, join } from 'node:path';
import { chooseDialect } from '#core/choose-dialect';
import type { Chooser, Dialect } from '#core/dialects/dialect';
import { dialectIds, dialectOf } from '#core/dialects/index';
import { directivesOf } from '#core/directives';
import { readProto } from '#core/schema/from-proto';
import { parse } from '#core/text/parser';
import { chooserOf, isProtoPath, knownTypes } from '#core/user-dialect';
import { reasonOf } from '#files/reason';
import { say } from '#core/messages/language';
import { decode } from './load';
import type { Io } from './io';

export type Schema =
  | { readonly kind: 'schema'; readonly dialect: Dialect | Chooser }
  /** In words. */
  | { readonly kind: 'wrong'; readonly reason: string };

/** `auto`, a dialect's name, or the path of a proto. */
export async function schemaOf(name: string, io: Io): Promise<Schema> {
  if (name === 'auto') return { kind: 'schema', dialect: chooseDialect };
  const dialect = dialectOf(name);
  if (dialect)
    return {
      kind: 'schema',
      dialect: (_, named) => ({
        dialect: (named === undefined ? undefined : dialectOf(named)) ?? dialect,
        reason: { kind: 'asked' },
      }),
    };
  if (!isProtoPath(name))
    return { kind: 'wrong', reason: say(io.language.usage, 'wrong/schema', { names: dialectIds, value: name }) };
  try {
    const reading = await readProto(decode(io.readFile(name)), basename(name), knownTypes());
    if (reading.kind === 'broken') return { kind: 'wrong', reason: `${name}:${reading.line + 1}: ${reading.reason}` };
    return { kind: 'schema', dialect: chooserOf(reading, name) };
  } catch (error) {
    return {
      kind: 'wrong',
      reason: say(io.language.usage, 'wrong/list', { list: name, reason: reasonOf(error, io.language) }),
    };
  }
}

/** The proto that a comment of a file names, by its place beside the file; undefined where none does. */
export async function schemaBeside(path: string, text: string, io: Io): Promise<Schema | undefined> {
  // Most files name none, and are not parsed twice.
  if (!/#\s*proto(?:-file:|txt:.*schema=)/.test(text)) return undefined;
  const { schema } = directivesOf(parse(text).tree);
  if (schema === undefined || !isProtoPath(schema)) return undefined;
  return schemaOf(isAbsolute(schema) ? schema : join(dirname(path), schema), io);
}

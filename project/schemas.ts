/**
 * Which Caffe each file is read by: what a comment in it names, else what was asked for (a setting, `--schema`), else what its
 * names tell. Protos of the user's own are read once, and keep their last good state while they are broken.
 */
import { chooseDialect } from '#core/dialects/choose-dialect';
import type { Chooser } from '#core/dialects/dialect';
import { dialectOf } from '#core/dialects/index';
import { commentsOf, isProtoPath } from '#core/comments/comments';
import { readProto, type ProtoReading } from '#core/schema/from-proto';
import { parse } from '#core/text/parser';
import { chooserOf, knownTypes } from '#core/dialects/user-dialect';
import { failure, limits, onNetwork, type Files } from './files';
import { resolve } from './paths';
import { decode } from './text-files';
import { folderOf, hasFolder, nameOf } from './uris';

export interface Schemas {
  /** Never waits: a proto that is still being read counts once `changed` is called. */
  readonly chooserFor: (uri: string) => Chooser;
  /** Resolves once the protos that a text and whoever asked name are read, as far as they can be. */
  readonly ready: (uri: string, text: string) => Promise<void>;
  /** What is wrong with the proto that a comment of a file names, as it is written there. */
  readonly troubleWith: (uri: string, path: string) => ProtoTrouble | undefined;
  /** The same of the one that was asked for; it is read first. */
  readonly troubleWithAsked: () => Promise<ProtoTrouble | undefined>;
  /** Files that came, went or changed. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

export type ProtoTrouble =
  /** It can't be read; `error` is for `reasonOf`. */
  | { readonly kind: 'unreadable'; readonly error: unknown }
  /** It is no proto. `line` from 0. */
  | { readonly kind: 'broken'; readonly reason: string; readonly line: number };

export interface SchemasOptions {
  readonly files: Files;
  /** `auto`, a dialect's name, or a proto's path from the folder; without a folder no path is followed. */
  readonly asked: () => { readonly name: string; readonly folder: string | undefined };
  /** Another dialect may hold for any file. */
  readonly changed?: () => void;
  /** A proto was read. */
  readonly told?: (uri: string, trouble: ProtoTrouble | undefined) => void;
}

interface Kept {
  /** The path as it was first given: what outputs call the dialect. */
  readonly id: string;
  /** The last good state. */
  chooser: Chooser | undefined;
  trouble: ProtoTrouble | undefined;
  reads: number;
  reading: Promise<void>;
}

export function createSchemas({ files, asked, changed, told }: SchemasOptions): Schemas {
  const kept = new Map<string, Kept>();

  /** Also called again where a file changed; the last call wins. */
  const read = async (uri: string, proto: Kept): Promise<void> => {
    const turn = ++proto.reads;
    const reading = await readingOf(uri, files);
    if (turn !== proto.reads) return;
    proto.trouble = reading.kind === 'proto' ? undefined : reading;
    if (reading.kind === 'proto') proto.chooser = chooserOf(reading, proto.id);
    told?.(uri, proto.trouble);
    if (reading.kind === 'proto') changed?.();
  };

  const protoAt = (folder: string, path: string): Kept | undefined => {
    const uri = resolve(folder, path);
    if (uri === undefined) return undefined;
    let proto = kept.get(uri);
    if (!proto) {
      proto = { id: path, chooser: undefined, trouble: undefined, reads: 0, reading: Promise.resolve() };
      kept.set(uri, proto);
      proto.reading = read(uri, proto);
    }
    return proto;
  };

  const protoAsked = (): Kept | undefined => {
    const { name, folder } = asked();
    return isProtoPath(name) && folder !== undefined ? protoAt(folder, name) : undefined;
  };

  const chooserOfName = (name: string, folder: string | undefined): Chooser | undefined => {
    const dialect = dialectOf(name);
    if (dialect) return () => ({ dialect, reason: { kind: 'asked' } });
    return isProtoPath(name) && folder !== undefined ? protoAt(folder, name)?.chooser : undefined;
  };

  return {
    chooserFor: (uri) => (tree, named) => {
      const { name, folder } = asked();
      const byName = named === undefined ? undefined : chooserOfName(named, hasFolder(uri) ? folderOf(uri) : undefined);
      return (byName ?? chooserOfName(name, folder) ?? chooseDialect)(tree, undefined);
    },
    ready: async (uri, text) => {
      const named = hasFolder(uri) ? protoNamedIn(text) : undefined;
      await Promise.all([
        protoAsked()?.reading,
        named === undefined ? undefined : protoAt(folderOf(uri), named)?.reading,
      ]);
    },
    troubleWith: (uri, path) => {
      const place = resolve(folderOf(uri), path);
      return place === undefined ? { kind: 'unreadable', error: failure(onNetwork, path) } : kept.get(place)?.trouble;
    },
    troubleWithAsked: async () => {
      const proto = protoAsked();
      await proto?.reading;
      return proto?.trouble;
    },
    filesChanged: (uris) => {
      for (const uri of uris) {
        const proto = kept.get(uri);
        if (proto) proto.reading = read(uri, proto);
      }
    },
  };
}

async function readingOf(uri: string, files: Files): Promise<ProtoReading | ProtoTrouble> {
  try {
    return await readProto(
      decode(await files.read(uri, limits.proto)).replace(/^\ufeff/, ''),
      nameOf(uri),
      knownTypes(),
    );
  } catch (error) {
    return { kind: 'unreadable', error };
  }
}

/** The path of the proto that a comment in the text names; undefined where none does. */
function protoNamedIn(text: string): string | undefined {
  // Most files name none, and are not parsed twice.
  if (!/#\s*proto(?:-file:|txt:.*schema=)/.test(text)) return undefined;
  const { schema } = commentsOf(parse(text).tree);
  return schema !== undefined && isProtoPath(schema) ? schema : undefined;
}

/**
 * Which Caffe each file is read with: the one that a comment in it names, else the configured one (a setting, `--schema`), else
 * the one detected from its names. A user's own proto is read once; while it is broken, its last valid version is used.
 */
import { chooseDialect } from '#core/dialects/choose-dialect';
import type { Chooser } from '#core/dialects/dialect';
import { dialectOf } from '#core/dialects/index';
import { commentsOf, isProtoPath } from '#core/comments/comments';
import { readProto, type Fault, type ProtoReading } from '#core/schema/from-proto';
import { parse } from '#core/text/parser';
import { chooserOf, knownTypes } from '#core/dialects/user-dialect';
import { failure, limits, onNetwork, type Files } from './files';
import { resolve } from './paths';
import { decode } from './text-files';
import { folderOf, hasFolder, nameOf } from './uris';

export interface Schemas {
  /** Never waits: `changed` is called once a proto that is still being read becomes available. */
  readonly chooserFor: (uri: string) => Chooser;
  /** Resolves once the protos named by the text and by the configuration have been read, successfully or not. */
  readonly ready: (uri: string, text: string) => Promise<void>;
  /** What is wrong with the proto that a comment of a file names; `path` as written there. */
  readonly troubleWith: (uri: string, path: string) => ProtoTrouble | undefined;
  /** The same for the configured proto; waits until it is read. */
  readonly troubleWithAsked: () => Promise<ProtoTrouble | undefined>;
  /** Files were created, deleted or changed. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

export type ProtoTrouble =
  /** The file can't be read; `error` is for `reasonOf`. */
  | { readonly kind: 'unreadable'; readonly error: unknown }
  /** It is no proto, or one that no rule can read. */
  | ({ readonly kind: 'broken' } & Fault);

export interface SchemasOptions {
  readonly files: Files;
  /**
   * The Caffe configured for a file: `auto`, a dialect's name, or a proto's path from `folder`. Without a folder, no path is
   * resolved. Undefined: for files in general.
   */
  readonly asked: (uri: string | undefined) => { readonly name: string; readonly folder: string | undefined };
  /** The dialect of any file may have changed. */
  readonly changed?: () => void;
  readonly protoRead?: (read: ProtoRead) => void;
}

export interface ProtoRead {
  readonly uri: string;
  /** As first given. */
  readonly path: string;
  readonly trouble: ProtoTrouble | undefined;
  /** See `ProtoReading`. */
  readonly unread: readonly Fault[];
  /** It is the one that was asked for, which no file names. */
  readonly isAsked: boolean;
}

interface Kept {
  /** The path as first given, which outputs show as the dialect's name. */
  readonly id: string;
  /** The last valid version. */
  chooser: Chooser | undefined;
  trouble: ProtoTrouble | undefined;
  /** A configuration names it, rather than a file. */
  isAsked: boolean;
  reads: number;
  reading: Promise<void>;
}

export function createSchemas({ files, asked, changed, protoRead }: SchemasOptions): Schemas {
  const kept = new Map<string, Kept>();

  /** Called again when the file changes; a newer call supersedes those still running. */
  const read = async (uri: string, proto: Kept): Promise<void> => {
    const turn = ++proto.reads;
    const reading = await readingOf(uri, files);
    if (turn !== proto.reads) return;
    proto.trouble = reading.kind === 'proto' ? undefined : reading;
    if (reading.kind === 'proto') proto.chooser = chooserOf(reading, proto.id);
    const unread = reading.kind === 'proto' ? reading.unread : [];
    protoRead?.({ uri, path: proto.id, trouble: proto.trouble, unread, isAsked: proto.isAsked });
    if (reading.kind === 'proto') changed?.();
  };

  const protoAt = (folder: string, path: string): Kept | undefined => {
    const uri = resolve(folder, path);
    if (uri === undefined) return undefined;
    let proto = kept.get(uri);
    if (!proto) {
      proto = {
        id: path,
        chooser: undefined,
        trouble: undefined,
        isAsked: false,
        reads: 0,
        reading: Promise.resolve(),
      };
      kept.set(uri, proto);
      proto.reading = read(uri, proto);
    }
    return proto;
  };

  const protoAsked = (uri: string | undefined): Kept | undefined => {
    const { name, folder } = asked(uri);
    const proto = isProtoPath(name) && folder !== undefined ? protoAt(folder, name) : undefined;
    if (proto) proto.isAsked = true;
    return proto;
  };

  const chooserOfName = (name: string, folder: string | undefined): Chooser | undefined => {
    const dialect = dialectOf(name);
    if (dialect) return () => ({ dialect, reason: { kind: 'asked' } });
    return isProtoPath(name) && folder !== undefined ? protoAt(folder, name)?.chooser : undefined;
  };

  return {
    chooserFor: (uri) => (tree, named) => {
      const { name, folder } = asked(uri);
      const byName = named === undefined ? undefined : chooserOfName(named, hasFolder(uri) ? folderOf(uri) : undefined);
      const byAsked = isProtoPath(name) ? protoAsked(uri)?.chooser : chooserOfName(name, folder);
      return (byName ?? byAsked ?? chooseDialect)(tree, undefined);
    },
    ready: async (uri, text) => {
      const named = hasFolder(uri) ? protoNamedIn(text) : undefined;
      await Promise.all([
        protoAsked(uri)?.reading,
        named === undefined ? undefined : protoAt(folderOf(uri), named)?.reading,
      ]);
    },
    troubleWith: (uri, path) => {
      const place = resolve(folderOf(uri), path);
      return place === undefined ? { kind: 'unreadable', error: failure(onNetwork, path) } : kept.get(place)?.trouble;
    },
    troubleWithAsked: async () => {
      const proto = protoAsked(undefined);
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
    const text = decode(await files.read(uri, limits.proto)).replace(/^\ufeff/, '');
    return readProto(text, nameOf(uri), knownTypes());
  } catch (error) {
    return { kind: 'unreadable', error };
  }
}

/** The path of the proto that a comment in the text names, if any. */
function protoNamedIn(text: string): string | undefined {
  // Most files name none; this avoids parsing them twice.
  if (!/#\s*proto(?:-file:|txt:.*schema=)/.test(text)) return undefined;
  const { schema } = commentsOf(parse(text).tree);
  return schema !== undefined && isProtoPath(schema) ? schema : undefined;
}

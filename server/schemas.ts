/**
 * Which Caffe each document is read by: what a comment in it names, else the setting, else what its fields tell. Protos of the
 * user's own are read once, watched, and keep their last good state while they are broken.
 */
import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { chooseDialect } from '#core/choose-dialect';
import type { Chooser } from '#core/dialects/dialect';
import { dialectOf } from '#core/dialects/index';
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import { readProto } from '#core/schema/from-proto';
import { chooserOf, isProtoPath, knownTypes } from '#core/user-dialect';
import type { Runtime } from './runtime';
import { folderOf, hasFolder, nameOf, resolve } from './uris';

export interface Schemas {
  /** Never waits: a proto that is still being read counts once `changed` is called. */
  readonly chooserFor: (uri: string) => Chooser;
  /** Files that came, went or changed. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

export interface SchemasOptions {
  readonly runtime: Runtime;
  readonly setting: () => string;
  /** URIs of the workspace's folders, for paths in the setting. */
  readonly roots: () => readonly string[];
  readonly language: () => Language;
  /** Another dialect may hold for any document. */
  readonly changed: () => void;
  /** What is wrong with a proto; none where nothing is. */
  readonly report: (uri: string, diagnostics: readonly Diagnostic[]) => void;
}

interface Kept {
  /** The last good state. */
  chooser: Chooser | undefined;
  reads: number;
}

export function createSchemas({ runtime, setting, roots, language, changed, report }: SchemasOptions): Schemas {
  const kept = new Map<string, Kept>();

  /** Also called again where a file changed; the last call wins. */
  const read = async (uri: string, proto: Kept, id: string): Promise<void> => {
    const turn = ++proto.reads;
    try {
      const text = new TextDecoder().decode(await runtime.files.read(uri));
      const reading = await readProto(text, nameOf(uri), knownTypes());
      if (turn !== proto.reads) return;
      report(
        uri,
        reading.kind === 'broken'
          ? [brokenAt(reading.line, fillIn(language().problems['schema/broken-proto'], { reason: reading.reason }))]
          : [],
      );
      if (reading.kind === 'broken') return;
      proto.chooser = chooserOf(reading, id);
      changed();
    } catch (error) {
      runtime.log.error(`${uri} can't be read: ${String(error)}`);
    }
  };

  const chooserAt = (uri: string, id: string): Chooser => {
    let proto = kept.get(uri);
    if (!proto) {
      kept.set(uri, (proto = { chooser: undefined, reads: 0 }));
      void read(uri, proto, id);
    }
    return proto.chooser ?? chooseDialect;
  };

  const chooserOfName = (name: string, folder: string | undefined): Chooser | undefined => {
    const dialect = dialectOf(name);
    if (dialect) return () => ({ dialect, reason: { kind: 'asked' } });
    if (!isProtoPath(name) || folder === undefined) return undefined;
    return chooserAt(resolve(folder, name), name);
  };

  return {
    chooserFor: (uri) => (tree, named) => {
      const byName = named === undefined ? undefined : chooserOfName(named, hasFolder(uri) ? folderOf(uri) : undefined);
      const chooser = byName ?? chooserOfName(setting(), roots()[0]) ?? chooseDialect;
      return chooser(tree, undefined);
    },
    filesChanged: (uris) => {
      for (const uri of uris) {
        const proto = kept.get(uri);
        if (proto) void read(uri, proto, nameOf(uri));
      }
    },
  };
}

function brokenAt(line: number, message: string): Diagnostic {
  const range = { start: { line, character: 0 }, end: { line, character: 1000 } };
  return { range, message, severity: DiagnosticSeverity.Error, source: 'prototxt', code: 'schema/broken-proto' };
}

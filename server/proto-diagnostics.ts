/** Problems of a user's own proto, shown in the proto itself. */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Language } from '#core/messages/language';
import { fillIn } from '#core/messages/fill-in';
import { infoOf } from '#core/problems/index';
import type { Fault } from '#core/schema/from-proto';
import type { ProtoRead } from '#project/schemas';
import { severities } from './to-lsp';

/** A proto that can't be read is told where it is named. */
export function protoDiagnostics({ trouble, unread }: ProtoRead, { problems, phrases }: Language): Diagnostic[] {
  const diagnostic = (code: 'schema/broken-proto' | 'schema/unread-field', { line, reason }: Fault): Diagnostic => ({
    range: { start: { line, character: 0 }, end: { line, character: 1000 } },
    message: fillIn(problems[code], { reason }, phrases),
    severity: severities[infoOf(code).severity],
    source: 'prototxt',
    code,
  });
  if (trouble?.kind === 'broken') return [diagnostic('schema/broken-proto', trouble)];
  return unread.map((fault) => diagnostic('schema/unread-field', fault));
}

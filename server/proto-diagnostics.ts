/** Problems of a user's own proto, shown in the proto itself. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Language } from '#core/messages/language';
import { fillIn } from '#core/messages/fill-in';
import type { Fault } from '#core/schema/from-proto';
import type { ProtoRead } from '#project/schemas';

/** A proto that can't be read is told where it is named. */
export function protoDiagnostics({ trouble, unread }: ProtoRead, { problems, phrases }: Language): Diagnostic[] {
  const diagnostic = (code: keyof typeof severities, { line, reason }: Fault): Diagnostic => ({
    range: { start: { line, character: 0 }, end: { line, character: 1000 } },
    message: fillIn(problems[code], { reason }, phrases),
    severity: severities[code],
    source: 'prototxt',
    code,
  });
  if (trouble?.kind === 'broken') return [diagnostic('schema/broken-proto', trouble)];
  return unread.map((fault) => diagnostic('schema/unread-field', fault));
}

const severities = {
  'schema/broken-proto': DiagnosticSeverity.Error,
  'schema/unread-field': DiagnosticSeverity.Information,
} as const;

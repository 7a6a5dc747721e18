/** Problems of a user's own proto, shown in the proto itself. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Language } from '#core/messages/language';
import { fillIn } from '#core/messages/fill-in';
import type { ProtoTrouble } from '#project/schemas';

/** A proto that can't be read is told where it is named. */
export function protoDiagnostics(trouble: ProtoTrouble | undefined, { problems, phrases }: Language): Diagnostic[] {
  if (trouble?.kind !== 'broken') return [];
  const { line, reason } = trouble;
  return [
    {
      range: { start: { line, character: 0 }, end: { line, character: 1000 } },
      message: fillIn(problems['schema/broken-proto'], { reason }, phrases),
      severity: DiagnosticSeverity.Error,
      source: 'prototxt',
      code: 'schema/broken-proto',
    },
  ];
}

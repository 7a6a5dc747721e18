/**
 * SARIF 2.1.0, which code hosts show next to the changed lines: one document for all files, with the fixes of the problems that
 * have one. Lines and columns are one-based, columns in UTF-16 units.
 */
import type { Analysis } from '#core/analysis/analysis';
import { infoOf, pageOf, type Code, type Problem, type Severity, type Span } from '#core/problems/index';
import { fixesOf } from '#core/edit/fixes/index';
import { titleOf } from '#core/edit/title';
import type { Language } from '#core/messages/language';
import { generalMessageOf, messageOf, relatedMessageOf } from '#core/messages/render';
import { inJson, inSarif } from '#core/messages/shown';
import { lines, type Lines } from '#core/text/lines';

/** The problems of one file; `analysis` is undefined if it can't be read. */
export interface SarifFile {
  readonly path: string;
  readonly analysis: Analysis | undefined;
  readonly problems: readonly Problem[];
}

export function sarif(files: readonly SarifFile[], version: string, language: Language): string {
  const used = [...new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)))].sort();
  const driver = {
    name: 'prototxt-lens',
    semanticVersion: version,
    rules: used.map((code) => rule(code, language)),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which prototxt-lens was started.' } } },
    results: files.flatMap((file) => resultsOf(file, used, language)),
  };
  return `${inJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 2)}\n`;
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function rule(code: Code, language: Language): object {
  return {
    id: code,
    shortDescription: { text: inSarif(generalMessageOf(code, language)) },
    defaultConfiguration: { level: levels[infoOf(code).severity] },
    help: { text: `docs/problems/${pageOf(code)}.md` },
  };
}

function resultsOf(
  { path, analysis, problems }: SarifFile,
  used: readonly Code[],
  language: Language,
): readonly object[] {
  const table = lines(analysis?.text ?? '');
  const at = (span: Span): object => ({
    artifactLocation: locationOf(path),
    ...(analysis ? { region: regionOf(span, table) } : {}),
  });
  return problems.map((problem) => {
    const { code, span, related = [] } = problem;
    const fixes = analysis ? fixesOf(analysis, problem) : [];
    return {
      ruleId: code,
      ruleIndex: used.indexOf(code),
      level: levels[infoOf(code).severity],
      message: { text: inSarif(messageOf(problem, language)) },
      locations: [{ physicalLocation: at(span) }],
      ...(related.length > 0
        ? {
            relatedLocations: related.map((place, id) => ({
              id,
              physicalLocation: at(place.span),
              message: { text: inSarif(relatedMessageOf(place, language)) },
            })),
          }
        : {}),
      ...(fixes.length > 0
        ? {
            fixes: fixes.map((fix) => ({
              description: { text: inSarif(titleOf(fix, language)) },
              artifactChanges: [
                {
                  artifactLocation: locationOf(path),
                  replacements: fix.changes.map((change) => ({
                    deletedRegion: regionOf(change.span, table),
                    insertedContent: { text: change.newText },
                  })),
                },
              ],
            })),
          }
        : {}),
    };
  });
}

/** A path as a URI; a relative path is relative to the working directory. */
function locationOf(path: string): object {
  const uri = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:/.test(path);
  return isAbsolute
    ? { uri: `file://${uri.startsWith('/') ? '' : '/'}${uri.replace('%3A', ':')}` }
    : { uri: uri.replace(/^(?:\.\/)+/, ''), uriBaseId: 'SRCROOT' };
}

function regionOf({ start, end }: Span, table: Lines): object {
  const [from, to] = [table.positionAt(start), table.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

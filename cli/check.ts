import { infoOf, isError, type Problem } from '#core/problems/index';
import { messageOf } from '#core/messages/render';
import { visible } from '#core/messages/shown';
import { lines } from '#core/text/lines';
import { exitRefused, type Io } from './io';
import { jsonLines, unreadableLine } from './json';
import type { Command, Options } from './options';
import { output } from './output';
import { sarif, type SarifFile } from './sarif';
import { survey, type Surveyed } from './survey';

/**
 * Prints problems, one per line: `file:line:column: severity code message`, with one-based lines and columns. Exit status 1 if
 * any is an error.
 */
export const check: Command = {
  name: 'check',
  formats: ['text', 'json', 'sarif'],
  own: ['target'],
  run: async (options, io) => {
    const out = output(io);
    let refused = false;
    const seen: SarifFile[] = [];
    const status = await survey(options, io, async (file) => {
      refused ||= file.kind === 'analysed' && problemsOf(file, options).some(isError);
      if (options.format === 'sarif') {
        seen.push(forSarif(file, options));
        return true;
      }
      return out.add(options.format === 'json' ? asJson(file, options) : asText(file, options, io));
    });
    if (options.format === 'sarif') await out.add(sarif(seen, io.version(), io.language));
    await out.flush();
    return status === 0 && refused ? exitRefused : status;
  },
};

/** Reduces an analysis to its problems and their fixes, to limit memory over many files. */
function forSarif(file: Surveyed, options: Options): SarifFile {
  if (file.kind === 'unreadable') return { path: file.path, analysis: undefined, problems: [file.problem] };
  const problems = problemsOf(file, options);
  return { path: file.path, analysis: problems.length > 0 ? file.analysis : undefined, problems };
}

function asText(file: Surveyed, options: Options, io: Io): string {
  if (file.kind === 'unreadable') {
    io.complain(messageOf(file.problem, io.language));
    return '';
  }
  const problems = problemsOf(file, options);
  if (problems.length === 0) return '';
  const table = lines(file.analysis.text);
  return problems
    .map((problem) => {
      const { line, character } = table.positionAt(problem.span.start);
      return `${visible(file.path)}:${line + 1}:${character + 1}: ${infoOf(problem.code).severity} ${problem.code} ${messageOf(problem, io.language)}\n`;
    })
    .join('');
}

function asJson(file: Surveyed, options: Options): string {
  if (file.kind === 'unreadable') return unreadableLine(file.path, options.schema, file.problem);
  const { path, analysis } = file;
  return jsonLines({ path, analysis, content: 'problems', depth: options.depth, iterations: options.iterations });
}

function problemsOf({ analysis }: Surveyed & { kind: 'analysed' }, { depth }: Options): readonly Problem[] {
  return depth === 'syntax' ? analysis.textProblems : analysis.problems;
}

/** The code actions for a range: fixes for the problems in it, for all problems of the same kind, and refactorings. */
import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { weightsDirective } from '#core/comments/comments';
import { infoOf, pageOf, type Code, type Problem, type Span } from '#core/problems/index';
import { disableLine } from '#core/edit/disable-line';
import type { Fix } from '#core/edit/change';
import { fixableAt, fixAll, fixesOf, fixEverywhere, isDead, mostFixed, removeDeadFields } from '#core/edit/fixes/index';
import { deployText } from '#core/edit/refactor/deploy';
import { refactoringsAt } from '#core/edit/refactor/index';
import { ownersOf } from '#core/edit/fixes/fork';
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import type { ForkName } from '#core/schema/types';
import type { ClientCommands } from '../client-commands';
import { toCodeAction, toRange } from '../to-lsp';
import type { PairedModel } from '#project/models';
import { upgradeModel, useSchema } from '#protocol/commands';
import { waysOut } from './ways-out';

export interface Asked {
  readonly range: Span;
  readonly context: CodeActionContext;
  /** True if the client can create files. */
  readonly creates: boolean;
  /** The client's own commands that an action may run. */
  readonly commands?: Partial<ClientCommands>;
  /** Protos that the document could be read with, as paths relative to it. */
  readonly protos?: readonly string[];
  /** The file of weights that the net starts from. */
  readonly model?: PairedModel | undefined;
  readonly language: Language;
}

export const fixAllKind = `${CodeActionKind.SourceFixAll}.prototxt`;

/** For how many problems of a range actions are listed. */
const mostProblems = 100;

/** The problems come from the analysis; the client's diagnostics only determine which of them each action resolves. */
export function codeActions(document: TextDocument, analysis: Analysis, asked: Asked): CodeAction[] {
  const {
    range,
    context: { only, diagnostics },
    language,
  } = asked;
  const action = (kind: string, fix: Fix, resolved: readonly Diagnostic[] = []): CodeAction =>
    toCodeAction(document, kind, fix, resolved, language);
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    // A list of thousands would not help either.
    const inRange = fixableAt(analysis, range).slice(0, Math.min(mostProblems, mostFixed(analysis)));
    for (const problem of inRange) {
      const resolved = shownFor(document, problem, diagnostics);
      actions.push(...fixesOf(analysis, problem).map((fix) => action(CodeActionKind.QuickFix, fix, resolved)));
      if (asked.commands?.useSchema)
        actions.push(...ownersOf(analysis, problem).map((owner) => everywhere(owner, resolved, language)));
    }
    for (const { problems, ...way } of waysOut(document.uri, analysis, inRange, asked)) {
      const resolved = problems.flatMap((problem) => shownFor(document, problem, diagnostics));
      actions.push(
        'fix' in way
          ? action(CodeActionKind.QuickFix, way.fix, resolved)
          : commandAction(fillIn(language.fixes[way.id], way.args), way.command, way.arguments, resolved),
      );
    }
    actions.push(...modelActions(analysis, asked));
    // Hints only fade text, and syntax errors can't be suppressed.
    for (const problem of inRange) {
      if (infoOf(problem.code).severity !== 'hint' && pageOf(problem.code) !== 'syntax')
        actions.push(
          action(
            CodeActionKind.QuickFix,
            disableLine(analysis.text, problem),
            shownFor(document, problem, diagnostics),
          ),
        );
    }
    const inFile = [
      ...[...new Set(inRange.map(({ code }) => code))].map((code) => fixEverywhere(analysis, code)),
      inRange.some(isDead) ? removeDeadFields(analysis) : undefined,
    ];
    for (const fix of inFile) if (fix) actions.push(action(CodeActionKind.QuickFix, fix));
  }
  if (wants(only, CodeActionKind.RefactorRewrite)) {
    for (const fix of refactoringsAt(analysis, range.start)) actions.push(action(CodeActionKind.RefactorRewrite, fix));
    if (asked.creates && isDataLayer(analysis, range)) actions.push(...deployAction(document, analysis, language));
  }
  // Computed only on request: on save, or from the menu of source actions.
  if (only && wants(only, fixAllKind)) {
    const all = fixAll(analysis);
    if (all) actions.push(action(fixAllKind, all));
  }
  return actions;
}

/** What is done about the file of weights, at the comment that names it. */
function modelActions(
  { references }: Analysis,
  { range, model, commands, language, context: { diagnostics } }: Asked,
): readonly CodeAction[] {
  if (!commands?.upgradeModel || model?.uri === undefined || model.model.kind !== 'model') return [];
  const comment = references.find(({ field }) => field === weightsDirective);
  if (model.model.age === 'current' || !comment || comment.span.start > range.end || comment.span.end < range.start)
    return [];
  const mends = diagnostics.filter(({ code }) => code === ('weights/old-format' satisfies Code));
  const title = fillIn(language.fixes['upgrade-model'], { file: model.name });
  return [commandAction(title, upgradeModel, [model.uri], mends)];
}

/** Creates a new file beside the net. */
function deployAction(document: TextDocument, analysis: Analysis, language: Language): readonly CodeAction[] {
  const text = deployText(analysis, language);
  if (text === undefined) return [];
  const file = 'deploy.prototxt';
  const uri = document.uri.replace(/[^/]*$/, file);
  const start = { line: 0, character: 0 };
  return [
    {
      title: fillIn(language.fixes.deploy, { file }),
      kind: CodeActionKind.RefactorRewrite,
      edit: {
        documentChanges: [
          { kind: 'create', uri },
          { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
        ],
      },
    },
  ];
}

function isDataLayer(analysis: Analysis, { start }: Span): boolean {
  return (
    analysis.kind === 'net' &&
    analysis.states.some((state) =>
      analysis
        .state(state)
        .layers.some(({ rule, layer: { span } }) => rule?.source === true && span.start <= start && start <= span.end),
    )
  );
}

/** As a command, since only the client can change its settings. */
function everywhere({ id, label }: ForkName, diagnostics: readonly Diagnostic[], { fixes }: Language): CodeAction {
  return commandAction(fillIn(fixes['use-schema-everywhere'], { label }), useSchema, [id], diagnostics);
}

function commandAction(
  title: string,
  command: string,
  args: readonly unknown[],
  diagnostics: readonly Diagnostic[],
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    command: { title, command, arguments: [...args] },
  };
}

/**
 * Whether a request for the kinds `only` includes `kind`: `refactor` includes `refactor.rewrite`, and undefined includes
 * everything.
 */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

function shownFor(
  document: TextDocument,
  { code, span }: Problem,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const { start } = toRange(document, span);
  return diagnostics.filter(
    (one) => one.code === code && one.range.start.line === start.line && one.range.start.character === start.character,
  );
}

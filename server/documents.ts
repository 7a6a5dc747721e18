/** The open documents with their analyses: one for each version, repeated when surrounding files or settings change. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { isDeep } from '#core/checks/index';
import { choosingBeside } from '#core/dialects/choose-beside';
import { datumIn } from '#core/comments/values';
import { inTextOrder } from '#core/analysis/merge';
import type { Language } from '#core/messages/language';
import type { Problem, Span } from '#core/problems/index';
import { namedModel } from '#project/models';
import { problemsAround } from '#project/problems';
import type { Schemas } from '#project/schemas';
import { createLook, nothingAround, sameSurroundings, type Look, type Surroundings } from '#project/surroundings';
import { hasFolder } from '#project/uris';
import { moved } from './moved';
import { typedSpan, withoutUnfinished } from './typing';
import type { NetState } from '#core/net/model';
import { withoutSuppressed } from '#core/comments/suppressions';
import { outOfState } from './out-of-state';
import type { Runtime } from './runtime';
import type { Settings } from './settings';
import { usualStates } from './display-state';

export interface Documents {
  readonly analysis: (document: TextDocument) => Analysis;
  /** The analysis of another text for the same document; not cached. */
  readonly analysisOf: (uri: string, text: string) => Analysis;
  /**
   * The problems of the text and of the file's byte-order mark, which an editor hides. Until slow checks have run, their
   * results for an earlier text are kept, moved to the current positions.
   */
  readonly problems: (document: TextDocument) => readonly Problem[];
  /** Reports the problems that were withheld while the user was typing; false if there were none. */
  readonly settle: (document: TextDocument) => boolean;
  /** Replaces the analysis `from` by the deeper one made from it; false if `from` is no longer current. */
  readonly deepen: (uri: string, from: Analysis, deeper: Analysis) => boolean;
  readonly surroundings: (uri: string) => Surroundings;
  /** A look at the current state of the files: documents that share one share what it reads. */
  readonly look: () => Look;
  /** Updates the surroundings of the document; resolves to true if they changed. */
  readonly lookAround: (document: TextDocument, look: Look) => Promise<boolean>;
  /** True if the text names a different weights file than the one that was read. */
  readonly namesAnotherModel: (document: TextDocument) => boolean;
  /** Sets the weights file that the user chose for a net; undefined for none. Takes effect at the next `lookAround`. */
  readonly choose: (uri: string, model: string | undefined) => void;
  /** Sets the state that the user chose for a net; undefined for the default of the net or the settings. */
  readonly chooseState: (uri: string, state: NetState | undefined) => void;
  /** Forgets the last edit of a document that is opened, in case the client did not close it before. */
  readonly opened: (uri: string) => void;
  readonly forget: (uri: string) => void;
  /** Settings changed: discards all cached analyses. */
  readonly reset: () => void;
}

interface Kept {
  readonly version: number;
  readonly analysis: Analysis;
}

/**
 * `workspace`: URIs of the open folders; `language`: for the operating system's reasons why a file is unreadable; `schemas`:
 * which Caffe a document is read with; `holdsBack`: whether problems in what is being typed are withheld.
 */
// oxlint-disable-next-line max-lines-per-function -- what is kept of each document is one state that all its functions share
export function createDocuments(
  runtime: Runtime,
  settings: () => Settings,
  workspace: () => readonly string[],
  language: () => Language,
  schemas: Schemas,
  holdsBack: () => boolean,
): Documents {
  const kept = new Map<string, Kept>();
  const around = new Map<string, Surroundings>();
  const chosen = new Map<string, string>();
  const states = new Map<string, NetState>();
  /** Documents whose surroundings were read under earlier settings or protos. */
  const outdated = new Set<string>();
  /** The range being typed by document, see `typing.ts`. */
  const typed = new Map<string, Span>();
  const deep = new Map<string, { readonly text: string; readonly problems: readonly Problem[] }>();
  const surroundings = (uri: string): Surroundings => around.get(uri) ?? nothingAround;

  const analysis = (document: TextDocument): Analysis => {
    const { uri, version } = document;
    const text = document.getText();
    const known = kept.get(uri);
    // The text is compared too: not every client counts versions, and a document opened again starts at the same number.
    if (known?.version === version && known.analysis.text === text) return known.analysis;
    const fresh = analysisOf(uri, text);
    if (known && known.analysis.text !== text) {
      const span = holdsBack() ? typedSpan(typed.get(uri), known.analysis.text, fresh.tree) : undefined;
      if (span) typed.set(uri, span);
      else typed.delete(uri);
    }
    kept.set(uri, { version, analysis: fresh });
    return fresh;
  };

  const analysisOf = (uri: string, text: string): Analysis => {
    const { phase, datum, acceptedNames, targets } = settings();
    const state = states.get(uri);
    return analyze(text, {
      dialect: choosingBeside(surroundings(uri).netCaffes, schemas.chooserFor(uri)),
      world: { datum: datumIn(datum), meanShape: (path) => surroundings(uri).meanShapes.get(path) },
      accepted: new Set(acceptedNames),
      targets,
      ownTargets: surroundings(uri).targets,
      ...(state ? { states: [state] } : {}),
      usualStates: usualStates(phase),
      solverStates: surroundings(uri).solver?.states,
      solverPhases: surroundings(uri).solver?.phases,
    });
  };

  const deepProblems = (uri: string, { text, comments, deeper, problems }: Analysis): readonly Problem[] => {
    const last = deep.get(uri);
    const now = deeper ? moved(last?.problems ?? [], last?.text ?? '', text) : problems.filter(isDeep);
    if (now.length === 0) deep.delete(uri);
    else deep.set(uri, { text, problems: now });
    return deeper ? withoutSuppressed(now, { text, comments }) : [];
  };

  const found = (document: TextDocument): readonly Problem[] => {
    const known = analysis(document);
    const { text } = known;
    const [state] = known.statesFrom === 'served' ? [] : known.states;
    const faded = state ? outOfState(known, state) : [];
    const around = problemsAround(known, surroundings(document.uri));
    const problems = inTextOrder([...known.problems, ...deepProblems(document.uri, known), ...around, ...faded]);
    if (!surroundings(document.uri).startsWithMark || text.charCodeAt(0) === 0xfeff) return problems;
    return [
      { code: 'syntax/byte-order-mark', span: { start: 0, end: Math.min(1, text.length) }, args: {} },
      ...problems,
    ];
  };

  return {
    analysis,
    analysisOf,
    problems: (document) => withoutUnfinished(found(document), typed.get(document.uri)),
    settle: (document) => {
      const span = typed.get(document.uri);
      if (!span) return false;
      typed.delete(document.uri);
      const all = found(document);
      return withoutUnfinished(all, span).length < all.length;
    },
    deepen: (uri, from, deeper) => {
      const known = kept.get(uri);
      if (known?.analysis !== from) return false;
      kept.set(uri, { version: known.version, analysis: deeper });
      return true;
    },
    surroundings,
    look: () =>
      createLook({
        files: runtime.files,
        roots: workspace(),
        schemas,
        language: language(),
        largestModel: runtime.files.largestFile,
      }),
    lookAround: async (document, look) => {
      const { uri } = document;
      const found = await look({
        uri,
        analysis: analysis(document),
        chosenModel: chosen.get(uri),
        targets: settings().targets,
      });
      // The problems with siblings depend on the Caffe that they are read with.
      const isOutdated = outdated.delete(uri) && found.siblings.length > 0;
      if (!isOutdated && sameSurroundings(found, surroundings(uri))) return false;
      around.set(uri, found);
      kept.delete(uri);
      return true;
    },
    namesAnotherModel: (document) => {
      const { uri } = document;
      if (!hasFolder(uri)) return false;
      const { kind, references } = analysis(document);
      const named = kind === 'net' ? namedModel(uri, references, chosen.get(uri)) : undefined;
      const { model } = surroundings(uri);
      return (named?.uri ?? named?.path) !== (model?.uri ?? model?.name);
    },
    choose: (uri, model) => {
      if (model === undefined) chosen.delete(uri);
      else chosen.set(uri, model);
    },
    chooseState: (uri, state) => {
      if (state === undefined) states.delete(uri);
      else states.set(uri, state);
      kept.delete(uri);
    },
    opened: (uri) => {
      kept.delete(uri);
      typed.delete(uri);
    },
    forget: (uri) => {
      kept.delete(uri);
      around.delete(uri);
      outdated.delete(uri);
      deep.delete(uri);
      typed.delete(uri);
    },
    reset: () => {
      kept.clear();
      for (const uri of around.keys()) outdated.add(uri);
    },
  };
}

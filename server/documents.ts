/** Open documents and what is known of each: one analysis a version, made again when its surroundings or the settings change. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Analysis } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import { parseDatum } from '#core/directives';
import { inTextOrder } from '#core/merge';
import type { Problem } from '#core/problems';
import type { Runtime } from './runtime';
import type { Settings } from './settings';
import { chosenState } from './display-state';
import { aroundProblems } from './around-problems';
import { nothingAround, sameSurroundings, surroundingsOf, type Surroundings } from './surroundings';

export interface Documents {
  readonly analysis: (document: TextDocument) => Analysis;
  /** What to report of it: those of the text and those of the file that an editor hides. */
  readonly problems: (document: TextDocument) => readonly Problem[];
  readonly surroundings: (uri: string) => Surroundings;
  /** Looks around the document again; resolves to true where something there changed. */
  readonly lookAround: (document: TextDocument) => Promise<boolean>;
  readonly forget: (uri: string) => void;
  /** Settings changed: nothing that is kept holds. */
  readonly reset: () => void;
}

interface Kept {
  readonly version: number;
  readonly analysis: Analysis;
}

/** `workspace`: the folders that the editor has open. */
export function createDocuments(runtime: Runtime, settings: () => Settings, workspace: () => readonly string[]): Documents {
  const kept = new Map<string, Kept>();
  const around = new Map<string, Surroundings>();
  const surroundings = (uri: string): Surroundings => around.get(uri) ?? nothingAround;

  const analysis = (document: TextDocument): Analysis => {
    const { uri, version } = document;
    const known = kept.get(uri);
    if (known?.version === version) return known.analysis;
    const { phase, datum } = settings();
    const state = chosenState(phase);
    const fresh = analyze(document.getText(), {
      dialect: chooseDialect,
      world: { datum: parseDatum(datum), meanShape: (path) => surroundings(uri).meanShapes.get(path) },
      ...(state ? { states: [state] } : {}),
    });
    kept.set(uri, { version, analysis: fresh });
    return fresh;
  };

  return {
    analysis,
    problems: (document) => {
      const known = analysis(document);
      const { text } = known;
      const problems = inTextOrder([...known.problems, ...aroundProblems(known, surroundings(document.uri))]);
      if (!surroundings(document.uri).startsWithMark || text.charCodeAt(0) === 0xfeff) return problems;
      return [{ code: 'syntax/byte-order-mark', span: { start: 0, end: Math.min(1, text.length) }, args: {} }, ...problems];
    },
    surroundings,
    lookAround: async (document) => {
      const { uri } = document;
      const found = await surroundingsOf(uri, analysis(document), workspace(), runtime.files);
      if (sameSurroundings(found, surroundings(uri))) return false;
      around.set(uri, found);
      kept.delete(uri);
      return true;
    },
    forget: (uri) => {
      kept.delete(uri);
      around.delete(uri);
    },
    reset: () => kept.clear(),
  };
}

/**
 * Slow checks of a document run after its first diagnostics are sent, in steps, so that requests are answered in between. An
 * edit cancels them.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import type { Steps } from '#core/steps';
import type { Documents } from './documents';
import { stackOf } from './guard';
import type { Runtime } from './runtime';

export interface Deepening {
  /**
   * Joins the work in progress if there is some for the same analysis. Resolves to true once there are more results; to false
   * if there are none, or the work was cancelled.
   */
  readonly begin: (document: TextDocument) => Promise<boolean>;
  readonly end: (uri: string) => void;
}

interface Running {
  readonly analysis: Analysis;
  readonly done: Promise<boolean>;
  readonly end: () => void;
}

export function createDeepening({ timer, log }: Runtime, documents: Pick<Documents, 'analysis' | 'deepen'>): Deepening {
  const running = new Map<string, Running>();
  const end = (uri: string): void => running.get(uri)?.end();

  const run = (uri: string, analysis: Analysis, steps: Steps<Analysis>): Running => {
    let finish: (found: boolean) => void = () => undefined;
    const done = new Promise<boolean>((resolve) => (finish = resolve));
    const finished = (found: boolean): void => {
      running.delete(uri);
      finish(found);
    };
    const step = (): void => {
      try {
        const { done: isLast, value } = steps.next();
        if (isLast) finished(documents.deepen(uri, analysis, value));
        else cancel = timer.after(0, step);
      } catch (error) {
        log.error(`Checking ${uri} in depth failed: ${stackOf(error)}`);
        finished(false);
      }
    };
    let cancel = timer.after(0, step);
    return {
      analysis,
      done,
      end: () => {
        cancel();
        finished(false);
      },
    };
  };

  return {
    begin: (document) => {
      const { uri } = document;
      const analysis = documents.analysis(document);
      const known = running.get(uri);
      if (known?.analysis === analysis) return known.done;
      end(uri);
      const steps = analysis.deeper?.();
      if (!steps) return Promise.resolve(false);
      const begun = run(uri, analysis, steps);
      running.set(uri, begun);
      return begun.done;
    },
    end,
  };
}

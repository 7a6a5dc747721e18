/** What the server did, in its log: its start, the settings in effect, the Caffe of each file and why, the protos read. */
import type { Analysis } from '#core/analysis/analysis';
import { say, type Language } from '#core/messages/language';
import { phraseOf } from '#core/messages/render';
import { reasonOf } from '#project/reason';
import type { ProtoTrouble } from '#project/schemas';
import { whyOf } from './features/schema';
import type { Runtime } from './runtime';
import { defaults, type Settings } from './settings';

export interface Journal {
  readonly started: () => void;
  /** Those that differ from the defaults; nothing if they are the same as last time. */
  readonly settings: (settings: Settings) => void;
  /** Once for each file that is opened, and again when another Caffe is chosen for it. */
  readonly caffe: (uri: string, analysis: Analysis) => void;
  readonly forget: (uri: string) => void;
  readonly proto: (uri: string, trouble: ProtoTrouble | undefined) => void;
}

export function createJournal(
  { log, version = '' }: Pick<Runtime, 'log' | 'version'>,
  language: () => Language,
): Journal {
  const chosen = new Map<string, string>();
  let lastSettings: string | undefined;
  const note = (sentence: keyof Language['journal'], args: Parameters<typeof say>[2] = {}): void =>
    log.info(say(language().journal, sentence, args));
  return {
    started: () => note('started', { version }),
    settings: (settings) => {
      const others = Object.entries(settings).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name as keyof Settings]),
      );
      const now = others.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');
      if (now === lastSettings) return;
      lastSettings = now;
      note(now === '' ? 'settings-default' : 'settings', { settings: now });
    },
    caffe: (uri, analysis) => {
      if (analysis.kind === 'other') return;
      const why = whyOf(analysis, language());
      if (chosen.get(uri) === why) return;
      chosen.set(uri, why);
      note('caffe', { file: uri, why });
    },
    forget: (uri) => void chosen.delete(uri),
    proto: (path, trouble) => {
      if (!trouble) return note('proto-read', { path });
      if (trouble.kind === 'unreadable')
        return note('proto-unreadable', { path, reason: reasonOf(trouble.error, language()) });
      note('proto-broken', { path, line: trouble.line + 1, reason: phraseOf(trouble.reason, language()) });
    },
  };
}

/** Below the text: its problems, the state in which it is shown, and the Caffe that it is checked against. */
import { fillIn } from '#core/messages/fill-in';
import type { SchemaAnswer, StatesAnswer, WrittenSchema } from '#protocol/requests';
import { button, make } from '#webview/page';
import type { Counts } from './diagnostics';
import type { Editor } from './editor';
import type { Server } from './server';
import { words } from './words';

export interface StatusBar {
  readonly element: HTMLElement;
  readonly count: (counts: Counts) => void;
  /** Reads state and Caffe again. */
  readonly refresh: () => void;
  readonly focusState: () => void;
  readonly focusSchema: () => void;
}

export function statusBar(server: Server, editor: () => Editor, failed: (error: unknown) => void): StatusBar {
  const problems = button(words.noProblems, { class: 'problems', title: words.problemsLong }, () =>
    editor().listProblems(),
  );
  const state = make('select', { title: words.stateLong, 'aria-label': words.state });
  const schema = make('select', { 'aria-label': words.caffe });
  let states: StatesAnswer | null = null;
  let asked = 0;

  state.addEventListener('change', () => {
    const chosen = states?.choices[Number(state.value)]?.state ?? null;
    void server.request('prototxt/states/choose', { uri: editor().uri(), state: chosen }).catch(failed);
  });
  schema.addEventListener('change', () => {
    const doc = editor().doc();
    const written: WrittenSchema = schema.value === '' ? { kind: 'none' } : { kind: 'name', name: schema.value };
    void server
      .request('prototxt/schema/write', { uri: editor().uri(), schema: written })
      .then((edits) => edits && editor().apply(doc, edits), failed);
  });

  async function read(): Promise<void> {
    const turn = ++asked;
    const uri = editor().uri();
    const [ofStates, ofSchema] = await Promise.all([
      server.request('prototxt/states', { uri }),
      server.request('prototxt/schema', { uri }),
    ]);
    if (turn !== asked) return;
    states = ofStates;
    fillStates(state, ofStates);
    fillSchemas(schema, ofSchema);
  }

  return {
    element: make('footer', { class: 'status-bar' }, problems, make('div', { class: 'row' }, state, schema)),
    count: (counts) => showCounts(problems, counts),
    refresh: () => void read().catch(failed),
    focusState: () => open(state),
    focusSchema: () => open(schema),
  };
}

function showCounts(element: HTMLElement, { error, warning, info }: Counts): void {
  const parts = [
    error > 0 ? make('span', { class: 'error' }, fillIn(words.errors, { count: error })) : undefined,
    warning > 0 ? make('span', { class: 'warning' }, fillIn(words.warnings, { count: warning })) : undefined,
    info > 0 ? make('span', {}, fillIn(words.notes, { count: info })) : undefined,
  ].filter((part) => part !== undefined);
  element.replaceChildren(...(parts.length > 0 ? parts : [words.noProblems]));
}

function fillStates(select: HTMLSelectElement, answer: StatesAnswer | null): void {
  select.hidden = answer === null;
  if (!answer) return;
  const states = { said: answer.shown.join(' · ') };
  const auto = answer.from === 'asked' ? words.stateAuto : fillIn(words.stateNow, { states });
  select.replaceChildren(
    make('option', { value: '', title: words.stateAuto }, auto),
    ...answer.choices.map(({ label }, i) => make('option', { value: i }, label)),
  );
  const chosen = answer.choices.findIndex(({ label }) => label === answer.shown[0]);
  select.value = answer.from === 'asked' && chosen >= 0 ? String(chosen) : '';
}

function fillSchemas(select: HTMLSelectElement, answer: SchemaAnswer | null): void {
  select.hidden = answer === null;
  if (!answer) return;
  select.title = fillIn(words.caffeLong, { why: { said: answer.why } });
  const auto = answer.comment === null ? fillIn(words.caffeNow, { caffe: answer.label }) : words.caffeAuto;
  select.replaceChildren(
    make('option', { value: '' }, auto),
    ...answer.choices.map(({ id, label }) => make('option', { value: id }, label)),
  );
  select.value = answer.choices.some(({ id }) => id === answer.comment) ? (answer.comment ?? '') : '';
}

function open(select: HTMLSelectElement): void {
  select.focus();
  // Not every browser has it, and it needs a recent click.
  try {
    select.showPicker();
  } catch {
    // The focus shows where it is.
  }
}

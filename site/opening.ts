/** The ways in which a net comes into the page: a file, a drop, a paste, a link. None of them leaves it. */
import { fillIn } from '#core/messages/fill-in';
import { make } from '#webview/page';
import { say } from './dialogs';
import { netInFragment, type Net } from './links';
import { fileName, readText } from './texts';
import { words } from './words';

type Open = (net: Net) => void;
type OpenModel = (file: File) => void;

/** The net in the page's address; undefined if there is none. Says what is wrong with one that cannot be read. */
export async function netOfAddress(): Promise<Net | undefined> {
  const reading = await netInFragment(location.hash);
  if (reading.kind === 'problem') say(reading.problem === 'large' ? words.linkLarge : words.linkDamaged);
  return reading.kind === 'net' ? { name: fileName(reading.name), text: reading.text } : undefined;
}

/** Lets the person choose a file. */
export function pickFile(open: Open): void {
  const input = make('input', { type: 'file' });
  input.addEventListener('change', () => void openFile(input.files?.[0], open));
  input.click();
}

/** Files that are dropped anywhere, and texts that are pasted outside of fields. A weights file goes with the net that is open. */
export function listen(open: Open, openModel: OpenModel): void {
  const mark = make('div', { class: 'drop' }, make('p', {}, words.dropHere));
  document.body.append(mark);
  window.addEventListener(
    'dragover',
    (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      document.body.classList.add('dropping');
    },
    true,
  );
  window.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) document.body.classList.remove('dropping');
  });
  window.addEventListener(
    'drop',
    (event) => {
      document.body.classList.remove('dropping');
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      if (/\.caffemodel$/i.test(file.name)) openModel(file);
      else void openFile(file, open);
    },
    true,
  );
  window.addEventListener('paste', (event) => {
    const [target] = event.composedPath();
    const isField = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const [file] = event.clipboardData?.files ?? [];
    if (isField || (text === '' && !file)) return;
    event.preventDefault();
    if (file) void openFile(file, open);
    else void openFile(new File([text], 'net.prototxt'), open);
  });
  window.addEventListener('hashchange', () => void netOfAddress().then((net) => net && open(net)));
}

async function openFile(file: File | undefined, open: Open): Promise<void> {
  if (!file) return;
  const name = fileName(file.name);
  const reading = await readText(file);
  if (reading.kind === 'text') return open({ name, text: reading.text });
  const sentences = { large: words.tooLarge, binary: words.binary, unreadable: words.unreadable };
  say(fillIn(sentences[reading.problem], { name }));
}

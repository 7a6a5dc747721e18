/** Texts that are not ours, as VS Code's own parts read them. */
import { prose, shown } from '#core/messages/shown';

/** In the status bar and in lists to pick from, where `$(name)` is an icon. */
export function inLabel(text: string): string {
  return shown(text).replaceAll('$(', '\\$(');
}

/** A whole sentence in a notification, where `[text](command:…)` is a link. */
export function inNotification(sentence: string): string {
  return prose(sentence).replaceAll('](', '] (');
}

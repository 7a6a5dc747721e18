/** From LSP's snippets to those of CodeMirror, as far as its client does not translate them itself. */

/** Numbers the final tab stop, `$0`, as the last, and replaces a choice, `${1|a,b|}`, by its first value. */
export function withLastStop(snippet: string): string {
  const numbers = [...snippet.matchAll(stop)].map(([, braced, bare]) => Number(braced ?? bare ?? 0));
  const last = Math.max(0, ...numbers) + 1;
  return snippet
    .replace(/(?<!\\)\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, '${$1:$2}')
    .replace(/(?<!\\)\$(?:\{0(?=[:}])|0(?!\d))/g, (found) => (found.startsWith('${') ? `\${${last}` : `\${${last}}`));
}

const stop = /(?<!\\)\$(?:\{(\d+)|(\d+))/g;

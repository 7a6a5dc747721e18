// The pages of docs/problems as HTML, for the page on the web.
import { Marked } from 'marked';

/** A heading such as `layer/axes-differ`, in code, is linked by its text. */
const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const code = /^`([^`]+)`$/.exec(text)?.[1];
      const inside = this.parser.parseInline(tokens);
      if (code === undefined) return `<h${depth}>${inside}</h${depth}>\n`;
      return `<h${depth} id="${code}"><a href="#${code}">${inside}</a></h${depth}>\n`;
    },
    link({ href, tokens }) {
      const inside = this.parser.parseInline(tokens);
      const page = /^(?:\.\/)?([\w-]+)\.md(#.*)?$/.exec(href);
      // Other documents are not part of the site.
      if (!page) return /^#/.test(href) ? `<a href="${href}">${inside}</a>` : inside;
      return `<a href="${page[1]}.html${page[2] ?? ''}">${inside}</a>`;
    },
  },
});

/** A whole document from a page in Markdown. */
export function problemPage(markdown) {
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? '';
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Prototxt Lens</title>
<link rel="icon" href="../icon.png">
<link rel="stylesheet" href="../theme.css">
<link rel="stylesheet" href="../problems.css">
</head>
<body>
<script src="../begin.js"></script>
<header><a href="../">Prototxt Lens</a></header>
<article lang="en">
${marked.parse(markdown.replaceAll(/<!--[^>]*-->\s*/g, ''))}</article>
</body>
</html>
`;
}

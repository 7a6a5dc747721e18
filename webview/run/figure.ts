/** The ridges as a figure with a caption. */
import { withColours } from '../page';
import type { Picture } from '../picture';
import { svg } from '../svg';
import { inLines, widthOf } from '../text';
import { draw, type Shown } from './ridge-drawing';

/** On white, whatever the theme: a figure is for a paper or a slide. As in VS Code's light theme, with more contrast. */
const paper = {
  foreground: '#1f1f1f',
  descriptionForeground: '#4d4d4d',
  'editor-background': '#ffffff',
  'editorWarning-foreground': '#9a5b00',
  errorForeground: '#c00000',
  'charts-blue': '#0063d3',
  'charts-purple': '#652d90',
  'charts-orange': '#c25e00',
  'charts-red': '#d11a1a',
  'charts-green': '#2f7d31',
  'charts-yellow': '#9a7700',
} as const;

const padding = 16;
const captionSize = 12;
const lineHeight = 17;
/** Of the names of layers and of a net's column, in pixels, whatever the width of the page. */
const [namesWidth, netWidth, leastWidth] = [200, 260, 640];

/** The chart with a caption of several sentences below it. */
export function pictureOf(shown: Shown, caption: string): Picture {
  return withColours(paper, () => {
    const room = Math.max(leastWidth, namesWidth + netWidth * shown.nets.length);
    // The cursor of this moment says nothing about the net.
    const { picture, layout } = draw({ ...shown, cursor: undefined }, room);
    picture.setAttribute('x', String(padding));
    picture.setAttribute('y', String(padding));
    picture.removeAttribute('tabindex');
    const lines = inLines(caption, layout.width, (text) => widthOf(text, captionSize));
    const width = layout.width + 2 * padding;
    const captionAt = padding + layout.height + lineHeight;
    const height = captionAt + lines.length * lineHeight;
    const family = getComputedStyle(document.body).fontFamily;
    const whole = svg(
      'svg',
      { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': family, 'font-size': captionSize },
      svg('rect', { width: '100%', height: '100%', fill: paper['editor-background'] }),
      picture,
      ...lines.map((line, i) =>
        svg('text', { x: padding, y: captionAt + i * lineHeight, fill: paper.foreground }, line),
      ),
    );
    return { text: new XMLSerializer().serializeToString(whole), width, height };
  });
}

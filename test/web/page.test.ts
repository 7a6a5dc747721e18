/** The page on the web in a real browser: what it shows, what it does, and what it asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/steps.mjs';
import { picture, picturesAreWanted } from '../support/picture';
import { drawn, follow, open, panel, servedSite, text, turnTo, type Session } from './visit';

const { site, newSession } = servedSite();
const example = (name: string): string => readFileSync(join(root, 'examples', `${name}.prototxt`), 'utf8');

/** In the order of `site/examples.ts`. */
const mistakes = '8';

describe('on a desktop', () => {
  let page: Page;
  let session: Session;

  beforeAll(async () => {
    session = await newSession({ acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
    ({ page } = session);
    await open(page, site());
  });
  afterEach(() => expect([...session.outside, ...session.errors]).toEqual([]));
  afterAll(() => session.context.close());

  test('shows LeNet at first, in at most 1.2 MB', async () => {
    expect(site().bytes()).toBeLessThan(1_200_000);
    expect(await text(page)).toContain('name: "LeNet"');
    await panel(page, 'net').getByText('9 layers · 431 K params').waitFor();
    await page.locator('.cm-hint', { hasText: '64×20×24×24' }).waitFor();
    await picture(page, 'site-light');
  });

  test('allows no code but its own, and connections to its own address alone', async () => {
    const policies = await page.evaluate(() =>
      [document, ...Array.from(frames, ({ document: inside }) => inside)].map(
        ({ head }) => head.querySelector<HTMLMetaElement>('meta[http-equiv=Content-Security-Policy]')?.content ?? '',
      ),
    );
    expect(policies.length).toBeGreaterThan(1);
    for (const policy of policies) {
      expect(policy).toMatch(/default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
      expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
    }
  });

  test('shows no hover once the pointer has left the text', async () => {
    await page.mouse.move(5, 5);
    const word = page.locator('.cm-line span', { hasText: 'xavier' }).first();
    // As if the pointer had been there, and had left before the answer.
    await word.evaluate((element) => {
      const isHover = (node: Node): boolean => node instanceof Element && node.matches('.cm-tooltip-hover');
      new MutationObserver((changes) => {
        if (changes.some(({ addedNodes }) => [...addedNodes].some(isHover))) document.body.dataset['hover'] = 'seen';
      }).observe(element.getRootNode(), { childList: true, subtree: true });
      const { x, y, width, height } = element.getBoundingClientRect();
      const at = { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 };
      element.dispatchEvent(new MouseEvent('mousemove', at));
    });
    await page.locator('body[data-hover=seen]').waitFor();
    await page.locator('.cm-tooltip-hover').waitFor({ state: 'detached' });
  });

  test('explains a filler on hover', async () => {
    await page.locator('.cm-line span', { hasText: 'xavier' }).first().hover();
    await page.locator('.cm-lsp-hover-tooltip', { hasText: 'fan_in  = 25' }).waitFor();
    await page.mouse.move(700, 20);
  });

  test('completes, and goes to the first tab stop', async () => {
    await page.locator('.cm-line', { hasText: 'num_output: 20' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('bias_t');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'bias_term' }).waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press('Enter');
        return text(page);
      })
      .toContain('bias_term: ');
    await undoAll(page);
  });

  test('goes to the definition', async () => {
    await page.locator('.cm-line', { hasText: 'bottom: "conv1"' }).locator('span', { hasText: 'conv1' }).last().click();
    await page.keyboard.press('F12');
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('top: "conv1"');
  });

  test('marks what Caffe rejects, fixes it, and explains it on a page', async () => {
    await page.locator('select.examples').selectOption(mistakes);
    const problem = page.locator('.cm-lintRange-error');
    await problem.first().waitFor();
    await page.locator('.problems', { hasText: '4 errors' }).click();
    const listed = page.locator('.cm-panel-lint .cm-problem', { hasText: 'only gaussian does' });
    const [opened] = await Promise.all([session.context.waitForEvent('page'), listed.locator('a').click()]);
    await opened.locator('h2:target', { hasText: 'filler/sparse-unsupported' }).waitFor();
    await opened.close();
    await listed.getByRole('button', { name: 'Remove sparse' }).click();
    await page.locator('.problems', { hasText: '3 errors' }).waitFor();
    await picture(page, 'site-problems');
    expect(await text(page)).not.toContain('sparse: 15');
  });

  test('offers fixes at the cursor by the keyboard', async () => {
    await page.locator('.cm-line', { hasText: 'type: "Relu"' }).click();
    await page.keyboard.press('Control+.');
    await page.getByRole('menuitem', { name: 'Replace with ReLU' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page)).toContain('type: "ReLU"');
  });

  test('shows another state, and checks against another Caffe', async () => {
    await follow(page, { name: 'lenet.prototxt', text: example('lenet_train_test') });
    await drawn(page, 'LeNet');
    await page.getByLabel('State').selectOption({ label: 'TEST' });
    await panel(page, 'net').locator('.badge', { hasText: 'TEST' }).waitFor();
    await page.getByLabel('Caffe', { exact: true }).selectOption('ssd');
    await expect.poll(() => text(page)).toContain('# prototxt: schema=ssd');
  });

  test('opens what is picked, pasted or dropped', async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('Open…').click()]);
    await chooser.setFiles(join(root, 'examples/alexnet_train_val.prototxt'));
    await drawn(page, 'AlexNet');
    await page.evaluate(
      ([pasted, dropped]) => {
        const copied = new DataTransfer();
        copied.setData('text/plain', pasted ?? '');
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true }));
        const files = new DataTransfer();
        files.items.add(new File([dropped ?? ''], 'two.prototxt'));
        Object.assign(globalThis, {
          drop: () => document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true })),
        });
      },
      [input('Pasted'), input('Dropped')],
    );
    await drawn(page, 'Pasted');
    await page.evaluate('drop()');
    await drawn(page, 'Dropped');
    expect(await page.title()).toBe('two.prototxt · Prototxt Lens');
    await page.getByRole('button', { name: 'Go back' }).click();
    await drawn(page, 'Pasted');
  });

  test('says in a sentence what it cannot open', async () => {
    const notice = page.locator('.notice');
    await page.evaluate(() => void (location.hash = '#name=x&net=AAAA'));
    await expect.poll(() => notice.innerText()).toContain('The link is damaged');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByText('Open…').click()]);
    await chooser.setFiles({ name: 'x.caffemodel', mimeType: '', buffer: Buffer.from([10, 255, 254]) });
    await expect.poll(() => notice.innerText()).toContain('x.caffemodel is not text');
  });

  test('puts the net into a link', async () => {
    await page.getByText('Copy link').click();
    await expect.poll(() => page.locator('.notice').innerText()).toContain('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await session.context.newPage();
    await other.goto(link);
    await drawn(other, 'Pasted');
    await other.locator('.cm-line').first().click();
    await other.keyboard.type('# Mine.');
    expect(await other.evaluate(() => location.hash)).toBe('');
    await other.reload();
    await drawn(other, 'Pasted');
    expect(await text(other)).toContain('# Mine.');
    await other.close();
  });

  test('saves the text and the graph', async () => {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Save', { exact: true }).click()]);
    expect(readFileSync(await saved.path(), 'utf8')).toBe(input('Pasted'));
    const [drawing] = await Promise.all([
      page.waitForEvent('download'),
      panel(page, 'net').getByRole('button', { name: 'SVG' }).click(),
    ]);
    expect(readFileSync(await drawing.path(), 'utf8')).toMatch(/^<svg|^<\?xml/);
  });

  test('keeps the text when the page is loaded again', async () => {
    await page.reload();
    await drawn(page, 'Pasted');
  });

  test('shows the table, the weights and the signal, and writes what is missing', async () => {
    await page.locator('select.examples').selectOption('2');
    await drawn(page, 'AlexNet');
    await panel(page, 'net').getByText('Table', { exact: true }).click();
    await panel(page, 'net').locator('.layers tr', { hasText: 'conv1' }).first().waitFor();
    await turnTo(page, 'signal');
    await panel(page, 'signal').getByText('Forward: second moment').waitFor();
    await turnTo(page, 'weights');
    await panel(page, 'weights').getByText("Caffe's own values for seed 1701").first().waitFor();
    await picture(page, 'site-weights');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await panel(page, 'weights').getByRole('button', { name: 'Export…' }).click();
        await page.getByRole('button', { name: 'weight of layer conv1 as .npy' }).click();
      })(),
    ]);
    expect(
      readFileSync(await saved.path())
        .subarray(1, 6)
        .toString(),
    ).toBe('NUMPY');
    await follow(page, { name: 'data.prototxt', text: example('lenet_train_test').replace('# prototxt: datum', '#') });
    await turnTo(page, 'net');
    await panel(page, 'net').getByRole('button', { name: 'Other shape…' }).click();
    await page.getByRole('dialog').locator('input').fill('3x8x8');
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page)).toContain('# prototxt: datum 3x8x8');
  });

  test('shows the weights of a file that the net starts from', async () => {
    await page.locator('select.examples').selectOption('1');
    await turnTo(page, 'weights');
    const weights = panel(page, 'weights');
    await weights.locator('h1', { hasText: 'conv1' }).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await weights.getByRole('button', { name: 'Export…' }).click();
        await page.getByRole('button', { name: 'Whole net as .caffemodel' }).click();
      })(),
    ]);
    const model = { name: 'my net (1).caffemodel', mimeType: '', buffer: readFileSync(await saved.path()) };
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      weights.getByText('Load Weights from .caffemodel…').click(),
    ]);
    await chooser.setFiles(model);
    await weights.getByText('Loaded: my_net__1_.caffemodel').waitFor();
    await weights.getByText('Loaded from my_net__1_.caffemodel').waitFor();
  });

  test('runs a net, and asks for nothing afterwards', async () => {
    await follow(page, { name: 'lenet.prototxt', text: example('lenet_train_test') });
    await turnTo(page, 'run');
    expect(site().asked.filter((path) => path.includes('/runtime/'))).toEqual([]);
    const run = panel(page, 'run');
    await run.getByLabel('Batch').fill('2');
    await run.getByRole('button', { name: 'Run', exact: true }).click();
    await run.locator('.loss', { hasText: 'ln 10 = 2.30259' }).waitFor();
    await run.locator('.ridges path').first().waitFor({ state: 'attached' });
    expect(new Set(site().asked.filter((path) => path.includes('/runtime/'))).size).toBe(2);
    site().forget();
    const asked: string[] = [];
    // Not those of workers' own scripts, which are blobs.
    session.context.on('request', (request) => {
      if (request.url().startsWith('http')) asked.push(request.url());
    });
    await run.getByLabel('Batch').fill('3');
    await run.getByText('Table', { exact: true }).click();
    await run.getByRole('button', { name: 'Run', exact: true }).click();
    await run.locator('tbody tr', { hasText: '3×1×28×28' }).waitFor();
    for (const view of ['net', 'weights', 'signal'] as const) await turnTo(page, view);
    await panel(page, 'signal').getByText('Measured').first().waitFor();
    await page.locator('select.examples').selectOption('3');
    await turnTo(page, 'net');
    await panel(page, 'net').locator('.layers tr', { hasText: 'conv5_3' }).first().waitFor();
    // The browser itself looks for a new version after a visit, at a time of its own.
    const byPage = site().asked.filter((path) => !/\/(offline-worker|files)\.js$/.test(path));
    expect([...asked, ...byPage]).toEqual([]);
  });

  test('works without a network afterwards', async () => {
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await session.context.setOffline(true);
    await page.goto(site().address);
    await page.locator('.cm-line').first().waitFor();
    await turnTo(page, 'run');
    const run = panel(page, 'run');
    await page.locator('select.examples').selectOption('1');
    await run.getByRole('button', { name: 'Run', exact: true }).click();
    // The page still shows the table.
    await run.locator('tbody tr', { hasText: 'prob' }).waitFor();
    await page.goto(`${site().address}problems/layer.html`);
    await page.locator('h1', { hasText: 'Layers at set-up' }).waitFor();
    await session.context.setOffline(false);
  });
});

test('follows the theme and the language of the browser, until one is chosen', async () => {
  const { context, page, errors } = await newSession({ locale: 'zh-CN', colorScheme: 'dark' });
  await open(page, site());
  await panel(page, 'net').getByText('9 层').first().waitFor();
  expect(await colours(page)).toEqual(['rgb(31, 31, 31)', 'rgb(31, 31, 31)']);
  await picture(page, 'site-chinese-dark');
  await page.getByLabel('主题').selectOption('light');
  expect(await colours(page)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  await page.getByLabel('语言').selectOption('en');
  await page.getByText('No problems').waitFor();
  await drawn(page);
  await page.getByLabel('Theme').waitFor();
  expect(await colours(page)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  expect(errors).toEqual([]);
  await context.close();
});

// A theme changes colors alone, which only a person can judge.
describe.each(picturesAreWanted ? (['light', 'dark'] as const) : (['light'] as const))(
  'on a phone, %s',
  (colorScheme) => {
    const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
    let session: Session;
    let page: Page;

    beforeAll(async () => {
      session = await newSession({ ...phone, colorScheme, hasServiceWorker: false });
      ({ page } = session);
      await open(page, site());
    });
    afterAll(() => session.context.close());

    test('shows the panel or the text, without scrolling sideways', async () => {
      const isVisible = (): Promise<boolean> => page.locator('.cm-line').first().isVisible();
      expect(await isVisible()).toBe(false);
      await picture(page, `site-phone-${colorScheme}`);
      await panel(page, 'net').locator('.node', { hasText: 'conv1' }).first().tap();
      await expect.poll(isVisible).toBe(true);
      expect(await page.locator('.cm-activeLine').innerText()).toContain('layer {');
      await picture(page, `site-phone-text-${colorScheme}`);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways).toBe(0);
      expect(session.errors).toEqual([]);
    });

    test('says that ONNX Runtime could not be fetched, and fetches it by the next run', async () => {
      await turnTo(page, 'run');
      const run = panel(page, 'run');
      const start = run.getByRole('button', { name: 'Run', exact: true });
      await start.waitFor();
      await session.context.setOffline(true);
      await start.click();
      await run.locator('.problem', { hasText: 'ONNX Runtime could not be fetched' }).waitFor();
      await session.context.setOffline(false);
      await start.click();
      await run.locator('.loss', { hasText: 'First loss' }).waitFor();
    });
  },
);

function input(name: string): string {
  return `name: "${name}"\nlayer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n`;
}

/** Of the page and of the net panel. */
function colours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document, frames[0]?.document].map((each) => (each ? getComputedStyle(each.body).backgroundColor : '')),
  );
}

async function undoAll(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  for (let i = 0; i < 30; i++) await page.keyboard.press('Control+z');
}

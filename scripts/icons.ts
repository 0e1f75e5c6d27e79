/** `npm run icons`: draws every icon file from the two SVGs in `build/`. Run by hand, after a change to one of them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { projectFolder } from '../test/support/build.ts';
import { findChromium } from '../test/support/electron-stand-in/chromium-host.ts';
import { packIcns, packIco } from './icon-files.ts';

const build = join(projectFolder, 'build');
const resources = join(projectFolder, 'resources');
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

/** A middle tone that is told apart on light panels and on dark ones. */
const trayColour = '#7c78ff';
const attentionDot =
  '<circle cx="12.75" cy="12.75" r="2.75" fill="#f59e0b" stroke="#1a1a1f" stroke-width="0.5" />';

async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>* { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true, type: 'png' });
}

async function drawAppIcons(page: Page): Promise<void> {
  const svg = await readFile(join(build, 'icon.svg'), 'utf8');
  const images = new Map<number, Buffer>();
  for (const size of appSizes) images.set(size, await draw(page, svg, size));
  await mkdir(join(build, 'icons'), { recursive: true });
  for (const [size, png] of images) {
    if (size <= 512) await writeFile(join(build, 'icons', `${size}x${size}.png`), png);
    if (size === 256) await writeFile(join(resources, 'icon.png'), png);
    if (size === 1024) await writeFile(join(build, 'icon.png'), png);
  }
  await writeFile(join(build, 'icon.ico'), packIco(images));
  await writeFile(join(build, 'icon.icns'), packIcns(images));
}

async function drawTrayIcons(page: Page): Promise<void> {
  const svg = await readFile(join(build, 'tray.svg'), 'utf8');
  const variants = {
    // macOS colours template images itself.
    trayTemplate: svg.replaceAll('currentColor', '#000000'),
    tray: svg.replaceAll('currentColor', trayColour),
    // The dot stands apart by the gap around it.
    trayAttentionTemplate: withGap(svg.replaceAll('currentColor', '#000000')),
    'tray-attention': svg.replaceAll('currentColor', trayColour).replace('</svg>', `${attentionDot}</svg>`),
  };
  for (const [name, source] of Object.entries(variants)) {
    const images = new Map<number, Buffer>();
    for (const size of [16, 24, 32, 48]) images.set(size, await draw(page, source, size));
    for (const [suffix, size] of [
      ['', 16],
      ['@1.5x', 24],
      ['@2x', 32],
      ['@3x', 48],
    ] as const) {
      await writeFile(join(resources, 'tray', `${name}${suffix}.png`), images.get(size) ?? '');
    }
    if (!name.endsWith('Template')) await writeFile(join(resources, 'tray', `${name}.ico`), packIco(images));
  }
}

/** Cuts a ring out of a template's picture and puts a dot into it. */
function withGap(svg: string): string {
  const [, open = '', content = ''] = /^(<svg[^>]*>)(.*)<\/svg>\s*$/s.exec(svg) ?? [];
  const mask =
    '<mask id="gap"><rect width="16" height="16" fill="#fff" /><circle cx="12.75" cy="12.75" r="3.75" fill="#000" /></mask>';
  return `${open}${mask}<g mask="url(#gap)">${content}</g><circle cx="12.75" cy="12.75" r="2.5" fill="#000000" /></svg>`;
}

/** A dot for the corner of a taskbar button. */
async function drawOverlay(page: Page): Promise<void> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="#f59e0b" stroke="#1a1a1f" /></svg>';
  await writeFile(join(resources, 'tray', 'overlay.png'), await draw(page, svg, 16));
  await writeFile(join(resources, 'tray', 'overlay@2x.png'), await draw(page, svg, 32));
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('Drawing the icons needs Chromium');
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
const page = await browser.newPage();
await mkdir(join(resources, 'tray'), { recursive: true });
await drawAppIcons(page);
await drawTrayIcons(page);
await drawOverlay(page);
await browser.close();

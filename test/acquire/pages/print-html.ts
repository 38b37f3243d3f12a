/** A PDF of another maker for tests: content of a page in plain HTML in, the bytes that a browser prints of it out. */
import { launchBrowser } from '../../../src/stages/typeset/pdf/browser/launch-browser.js';
import { subsetFaces } from '../../../src/stages/typeset/fonts.js';

/** Measures of a journal page: 16开, 10.5 pt on 17 pt. */
const styles = `
  @page { size: 185mm 260mm; margin: 22mm 20mm }
  * { margin: 0; padding: 0 }
  body { font: 10.5pt/17pt 'Kanben Song'; text-align: justify }
  p { text-indent: 2em }
  h1 { font: 16pt/24pt 'Kanben Hei'; text-align: center; margin-bottom: 20pt }
  h2 { font: 12pt/20pt 'Kanben Hei'; text-align: center; margin: 12pt 0 }
  .caption { font: 9pt/14pt 'Kanben Hei'; text-align: center; text-indent: 0; margin: 5pt 0 }
  .source { font-size: 8pt; line-height: 12pt; text-indent: 2em; margin-bottom: 8pt }
  .byline { text-align: center; text-indent: 0 }
  svg { display: block; margin: 6pt auto }
  table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 13pt; text-align: center }
  td, th { padding: 1.5pt 4pt; font-weight: normal }
`;

/** @param pages content of each page; @param extra styles beside those of a journal */
export async function printHtml(pages: readonly string[], extra = ''): Promise<Uint8Array> {
  const body = pages.map((page) => `<section style="break-after: page">${page}</section>`).join('');
  const { faces } = await subsetFaces(body, ['song', 'hei']);
  const fonts = faces.map(
    ({ family, data }) =>
      `@font-face { font-family: '${family}'; src: url(data:font/ttf;base64,${data.toString('base64')}) }`,
  );
  const launched = await launchBrowser();
  try {
    const page = await launched.openPage();
    await page.setContent(`<style>${fonts.join('')}${styles}${extra}</style>${body}`);
    await page.evaluate('document.fonts.ready');
    return await page.pdf({ preferCSSPageSize: true });
  } finally {
    await launched.close();
  }
}

const words = '期刊的编辑先读来稿再看版面字行与页都要对过原书凡有疑处必记其所在以待后人';

/** Running text without sense: sentences of Han, always the same for the same seed. */
export function prose(length: number, seed = 1): string {
  let text = '';
  for (let i = seed; text.length < length; i++) {
    const at = (i * 7) % (words.length - 12);
    text += `${words.slice(at, at + 8 + (i % 5))}${i % 3 === 2 ? '。' : '，'}`;
  }
  return `${text.slice(0, length).replace(/[，。]$/u, '')}。`;
}

/**
 * Chinese fonts for what a PDF does not bring: pdf.js asks for a serif, a sans-serif or a monospace face, and gets ours.
 *
 * Journals leave 宋体 and 黑体 out of their files, since every office has them; a picture of a page would show boxes.
 */
import { fontFile } from '../../../system/locations.js';

const files: Record<string, string> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'sans-serif': '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  monospace: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

/** @param register takes a font file under a family name */
export function registerStandIns(register: (file: string, family: string) => unknown): void {
  for (const [family, file] of Object.entries(files)) register(fontFile(file), family);
}

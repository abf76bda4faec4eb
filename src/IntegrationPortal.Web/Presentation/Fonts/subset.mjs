// Cuts KERN's Fira Sans into slices that a browser loads only when a page has letters of them.
// KERN ships 130 KB per weight; a worklist in German needs about 20 KB of it, and a name such as
// "Ağca" or "Nguyễn" a further slice. Run by hand when KERN brings a new font version:
//   npm install --no-save subset-font && node Presentation/Fonts/subset.mjs
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const source = process.argv[2] ?? 'node_modules/@kern-ux/native/dist/fonts/fira-sans';
const target = process.argv[3] ?? 'wwwroot/fonts/4.106';
const weights = { regular: 'FiraSans-Regular', semibold: 'FiraSans-SemiBold' };

// The same ranges stand in wwwroot/css/fonts.css.
const slices = {
  latin: [[0x20, 0x7e], [0xa0, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2010, 0x2027], [0x202f, 0x203a],
    [0x2044, 0x2044], [0x20ac, 0x20ac], [0x2190, 0x2193], [0x2212, 0x2212], [0x2260, 0x2265]],
  'latin-a': [[0x100, 0x130], [0x132, 0x151], [0x154, 0x17f], [0x18f, 0x18f], [0x218, 0x21b], [0x259, 0x259], [0x1e9e, 0x1e9e]],
  vietnamese: [[0x1a0, 0x1a1], [0x1af, 0x1b0], [0x1ea0, 0x1ef9]],
  'latin-b': [[0x180, 0x18e], [0x190, 0x19f], [0x1a2, 0x1ae], [0x1b1, 0x217], [0x21c, 0x258], [0x25a, 0x2ff], [0x300, 0x36f],
    [0x1e00, 0x1e9d], [0x1e9f, 0x1e9f], [0x1efa, 0x1eff]],
  cyrillic: [[0x400, 0x52f], [0x2116, 0x2116]],
};

for (const [weight, file] of Object.entries(weights)) {
  const font = await readFile(`${source}/${file}.woff2`);
  for (const [slice, ranges] of Object.entries(slices)) {
    const letters = ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('');
    const cut = await subsetFont(font, letters, { targetFormat: 'woff2', noLayoutClosure: true });
    await writeFile(`${target}/fira-sans-${weight}-${slice}.woff2`, cut);
    console.log(`${weight} ${slice}: ${cut.length} bytes`);
  }
}

// Draws the pictures that a link to a public page is shown with: one for each kind of content, without words, so that they hold in every
// language. Run by hand when a motif changes, with a Chromium at hand:
//   node Presentation/PublicPages/Cards/draw.mjs [chromium]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const chromium = process.argv[2] ?? 'chromium';
const target = resolve('wwwroot/cards');
const [blue, dark, pale, warm] = ['#2044aa', '#132a6b', '#dfe6f8', '#f2b33d'];
const dot = (x, y, r = 22, fill = '#fff') => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const line = (d, stroke = '#fff', width = 10) => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const sheet = (x, y, w, h, fill = '#fff') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="14" fill="${fill}"/>`;
const text = (x, y, w, rows, fill = pale) => Array.from({ length: rows }, (_, i) => `<rect x="${x}" y="${y + i * 38}" width="${i === rows - 1 ? w * 0.6 : w}" height="14" rx="7" fill="${fill}"/>`).join('');

const motifs = {
  // An open book with the handover of the portal's own sign.
  handbook: sheet(250, 140, 340, 350) + sheet(610, 140, 340, 350) + text(295, 200, 250, 6) + line('M700 240v150', blue, 12) + dot(700, 240, 26, blue) + dot(700, 390, 26, blue)
    + line('M736 315h130m0 0-34-34m34 34-34 34', warm, 12),
  // Three lanes, and a step that passes from one to the next.
  processes: [165, 315, 465].map((y) => `<rect x="190" y="${y - 60}" width="820" height="120" rx="14" fill="#fff" opacity=".12"/>`).join('')
    + line('M270 165h180l120 150h180l120 150h90') + dot(270, 165) + dot(450, 165) + dot(570, 315, 30, warm) + dot(750, 315) + dot(870, 465, 30, warm) + dot(960, 465),
  // Something that works here is taken over there.
  'good-practice': sheet(240, 190, 300, 250) + line('M310 315l58 60 104-116', blue, 22) + line('M580 315h90m0 0-30-30m30 30-30 30', warm, 12)
    + `<rect x="710" y="190" width="250" height="250" rx="14" fill="none" stroke="#fff" stroke-width="8" stroke-dasharray="22 18"/>` + line('M770 315l46 48 84-94', '#fff', 18),
  // A table, people around it, notes on it.
  formats: `<rect x="400" y="215" width="400" height="200" rx="100" fill="#fff"/>` + [[340, 315], [860, 315], [480, 160], [600, 140], [720, 160], [480, 470], [600, 490], [720, 470]].map(([x, y]) => dot(x, y, 34)).join('')
    + sheet(500, 265, 80, 80, warm) + sheet(600, 285, 80, 80, pale) + sheet(690, 255, 60, 60, blue),
  // A way that was left and another that was found.
  lessons: line('M240 440h240c80 0 80-130 0-130h-90', '#7f97d8', 14) + line('M368 284l-30 26 30 26', '#7f97d8', 14)
    + line('M480 440h120c110 0 90-230 210-230h150m0 0-40-40m40 40-40 40', warm, 16) + dot(240, 440, 28) + dot(480, 440, 28),
  // A page with a picture.
  news: sheet(310, 130, 580, 370) + `<rect x="350" y="170" width="220" height="150" rx="10" fill="${pale}"/>` + dot(415, 220, 24, warm) + `<path d="M350 320l80-70 55 42 35-26 50 54z" fill="${blue}"/>`
    + text(605, 180, 240, 4) + text(350, 360, 495, 3),
  // Bars over a line.
  facts: [[300, 150], [420, 230], [540, 190], [660, 290], [780, 250]].map(([x, h], i) => `<rect x="${x}" y="${470 - h}" width="80" height="${h}" rx="8" fill="${i === 3 ? warm : '#fff'}"/>`).join('') + line('M260 490h680'),
};

const folder = mkdtempSync(join(tmpdir(), 'cards-'));
for (const [name, motif] of Object.entries(motifs)) {
  const page = join(folder, `${name}.html`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="${blue}"/><path d="M0 560c300-60 700 60 1200-20v90H0z" fill="${dark}"/>${motif}</svg>`;
  writeFileSync(page, `<!doctype html><style>body{margin:0}svg{display:block}</style>${svg}`);
  execFileSync(chromium, ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=1', '--window-size=1200,630', `--screenshot=${join(target, `${name}.png`)}`, `file://${page}`], { stdio: 'ignore' });
}

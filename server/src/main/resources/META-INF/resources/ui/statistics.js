import {h, svg} from './dom.js';

const NAMES = {resources: 'Sources', passages: 'Passages', items: 'Statements', categories: 'Topics',
  links: 'Links to topics', citations: 'Proofs', embeddings: 'Vectors', events: 'Changes'};
const ROW = 34;
const LABEL = 118;
const WIDTH = 400;
const END = 60;

export async function statistics({memory}) {
  const counts = await memory.statistics();
  const rows = Object.entries(NAMES).map(([name, title]) => [title, counts[name]]);
  return [h('h1', {}, 'Statistics'),
    h('div', {class: 'beside'},
      h('figure', {class: 'card'}, plot(rows), h('figcaption', {}, 'How much of each this memory holds.')),
      h('div', {class: 'card'}, h('table', {},
        h('caption', {}, 'The same as numbers'),
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'What'), h('th', {scope: 'col', class: 'number'}, 'Count'))),
        h('tbody', {}, rows.map(([title, number]) => h('tr', {},
          h('th', {scope: 'row'}, title),
          h('td', {class: 'number'}, number.toLocaleString('en-GB'))))))))];
}

function plot(rows) {
  const most = Math.max(1, ...rows.map(([, number]) => number));
  const length = number => number / most * (WIDTH - LABEL - END);
  return svg('svg', {class: 'plot', viewBox: `0 0 ${WIDTH} ${rows.length * ROW}`, role: 'img',
    'aria-label': 'Bars of the numbers in the table beside'},
  rows.map(([title, number], n) => svg('g', {transform: `translate(0 ${n * ROW})`},
    svg('text', {x: LABEL - 12, y: ROW / 2 + 5, 'text-anchor': 'end'}, title),
    svg('rect', {class: 'value', x: LABEL, y: 7, width: length(number), height: ROW - 14, rx: 4}),
    svg('text', {x: LABEL + length(number) + 8, y: ROW / 2 + 5}, number.toLocaleString('en-GB')))));
}

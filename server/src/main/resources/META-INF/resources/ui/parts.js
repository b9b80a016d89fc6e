// Parts that several views show.

import {count, day, dayOf, h, svg} from './dom.js';

export function statementCard(item, ...more) {
  return h('li', {class: 'card statement'},
    h('p', {class: 'text'}, h('a', {href: `#/statement/${encodeURIComponent(item.id)}`}, item.text)),
    h('p', {class: 'facts'}, facts(item)),
    more);
}

export function facts(item) {
  return [h('span', {class: 'chip'}, item.type),
    h('span', {class: item.closing ? 'chip closed' : 'chip holds'}, item.closing ? 'closed' : 'holds'),
    h('span', {}, item.said_at ? 'said ' : 'added ', dayOf(item)),
    item.speaker && h('span', {}, `by ${item.speaker}`),
    item.reinforcements > 1 && h('span', {}, `said ${count(item.reinforcements, 'time')}`)];
}

export function nameOf(source) {
  return source.caption || source.key;
}

/** Topics that come with memu4j have names of identifiers. */
export function topicName(topic) {
  return topic.name.replaceAll('_', ' ');
}

/** A summary: its lines, as a list where they are written as one. */
export function summary(text) {
  const lines = text.split('\n').filter(line => line.trim());
  return lines.every(line => line.startsWith('- '))
    ? h('ul', {class: 'lines'}, lines.map(line => h('li', {}, line.slice(2))))
    : h('p', {class: 'text'}, text);
}

/** One turn or paragraph of a source. The words that prove a statement are marked. */
export function turn(passage, proven = null) {
  return h('li', {class: proven === null ? 'turn' : 'turn proof'},
    h('p', {class: 'speaker'},
      h('strong', {}, passage.speaker ?? passage.role ?? 'Text'),
      passage.said_at && h('time', {datetime: passage.said_at}, day(passage.said_at)),
      proven !== null && h('span', {class: 'chip'}, 'proof')),
    h('p', {class: 'text'}, proven === null ? passage.text : marked(passage.text, proven)));
}

/** The text with the sentence marked that shares most words with the statement. */
function marked(text, statement) {
  const wanted = words(statement);
  const sentences = text.split(/(?<=[.!?…]\s+|\n)/u);
  const shared = sentences.map(sentence => [...words(sentence)].filter(word => wanted.has(word)).length);
  const best = shared.indexOf(Math.max(...shared));
  return sentences.map((sentence, n) => n === best ? [h('mark', {}, sentence.trimEnd()), ' '] : sentence);
}

function words(text) {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** A bar of a share between 0 and 1. The number stands beside it as text. */
export function bar(share) {
  return svg('svg', {class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    svg('rect', {class: 'track', width: 100, height: 8, rx: 2}),
    svg('rect', {class: 'value', width: Math.max(0, Math.min(1, share)) * 100, height: 8, rx: 2}));
}

/** A button that shows the next page below a list, until there is none. */
export function more(label, load) {
  const button = h('button', {class: 'quiet more', click: async () => {
    button.disabled = true;
    try {
      button.hidden = !await load();
    } finally {
      button.disabled = false;
    }
  }}, label);
  return button;
}

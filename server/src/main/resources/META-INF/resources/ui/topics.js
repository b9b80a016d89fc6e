import {h} from './dom.js';
import {summary, topicName} from './parts.js';

export async function topics({memory}) {
  const {categories} = await memory.topics();
  return [h('h1', {}, 'Topics'),
    categories.length === 0
      ? h('p', {class: 'card empty'}, 'This memory has no topics yet.')
      : h('ul', {class: 'cards two'}, categories.map(card))];
}

function card(topic) {
  const name = topicName(topic);
  return h('li', {class: 'card topic'},
    h('h2', {}, name),
    topic.description && h('p', {class: 'hint'}, topic.description),
    topic.summary && summary(topic.summary),
    h('p', {}, h('a', {href: `#/statements/${encodeURIComponent(topic.id)}`}, `Statements about ${name}`)));
}

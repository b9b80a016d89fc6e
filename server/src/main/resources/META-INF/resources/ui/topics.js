import {h} from './dom.js';

export async function topics({memory}) {
  const {categories} = await memory.topics();
  return [h('h1', {}, 'Topics'),
    categories.length === 0
      ? h('p', {class: 'card empty'}, 'This memory has no topics yet.')
      : h('ul', {class: 'cards two'}, categories.map(topic => h('li', {class: 'card'},
        h('h2', {}, topic.name),
        topic.description && h('p', {class: 'hint'}, topic.description),
        topic.summary && h('p', {class: 'text'}, topic.summary),
        h('p', {}, h('a', {href: `#/statements/${encodeURIComponent(topic.id)}`, 'aria-label': `Statements about ${topic.name}`},
          'Its statements')))))];
}

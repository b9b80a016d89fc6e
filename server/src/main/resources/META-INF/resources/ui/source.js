import {confirmed, count, h, moment} from './dom.js';
import {nameOf, statementCard, turn} from './parts.js';

const MOST_STATEMENTS = 200;

/** A source with all its passages, and the statements that it proves. */
export async function source({memory, parameters: [id], may}) {
  const [about, {passages}, {items}] = await Promise.all([
    memory.source(id), memory.passages(id), memory.items({resource: id, limit: MOST_STATEMENTS})]);
  const forget = async () => {
    if (await confirmed('Forget this source?',
      'Its text, and the statements that only it proves, are deleted. This cannot be taken back.', 'Forget')) {
      await memory.forgetSource(id);
      location.hash = '#/timeline';
    }
  };
  return [h('h1', {class: 'long'}, nameOf(about)),
    h('p', {class: 'facts'}, h('span', {class: 'chip'}, about.modality),
      h('span', {}, 'taken in ', moment(about.created_at)), h('span', {}, count(passages.length, 'passage'))),
    h('div', {class: 'actions'},
      about.copy && h('a', {class: 'button quiet', href: memory.copy(id), download: true}, 'Download the copy'),
      may('delete') && h('button', {class: 'danger quiet', click: forget}, 'Forget this source')),
    h('section', {class: 'card'}, h('h2', {}, 'Text'),
      h('ol', {class: 'turns'}, passages.map(passage => turn(passage)))),
    h('section', {}, h('h2', {}, 'What was learnt from it'),
      items.length === 0
        ? h('p', {class: 'card empty'}, 'No statement.')
        : h('ul', {class: 'cards'}, items.map(item => statementCard(item))))];
}

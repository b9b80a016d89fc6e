import {choice, count, field, h, say} from './dom.js';
import {more, statementCard, topicName} from './parts.js';

const TYPES = ['profile', 'event', 'knowledge', 'behavior', 'instruction', 'skill', 'tool'];
const PAGE = 50;
/** With a text or a state to look for, pages are larger, and this many are read before the list is shown. */
const SEARCH_PAGE = 500;
const SEARCH_PAGES = 10;

export async function statements({memory, parameters: [topic]}) {
  const {categories} = await memory.topics();
  const text = h('input', {type: 'search', autocomplete: 'off'});
  const category = choice([['', 'All topics'], ...categories.map(one => [one.id, topicName(one)])], topic ?? '');
  const type = choice([['', 'All types'], ...TYPES.map(name => [name, name])], '');
  const state = choice([['', 'Any state'], ['holds', 'Holding'], ['closed', 'Closed']], '');
  const list = h('ul', {class: 'cards', 'aria-label': 'Statements'});
  const sum = h('p', {class: 'lead'});
  let cursor = null;
  let asked = 0;
  let read = 0;

  const load = async () => {
    const mine = asked;
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = words.length > 0 || state.value !== '';
    const found = [];
    for (let page = 0; page < (filtered ? SEARCH_PAGES : 1) && found.length < PAGE; page++) {
      const next = await memory.items({
        category: category.value, type: type.value, order: 'newest', cursor, limit: filtered ? SEARCH_PAGE : PAGE});
      if (mine !== asked) {
        return true;
      }
      read += next.items.length;
      found.push(...next.items.filter(item => fits(item, words, state.value)));
      cursor = next.next;
      if (!cursor) {
        break;
      }
    }
    list.append(...found.map(item => statementCard(item)));
    const shown = count(list.children.length, 'statement');
    sum.textContent = `${shown}${filtered ? ` found among ${read.toLocaleString('en-GB')} read` : ''}` +
      `${cursor ? ', and there are more.' : '.'}`;
    say(sum.textContent);
    return Boolean(cursor);
  };
  const next = more('Show more statements', load);
  const restart = async () => {
    asked++;
    cursor = null;
    read = 0;
    list.replaceChildren();
    next.hidden = !await load();
  };
  await restart();
  return [h('h1', {}, 'Statements'),
    h('form', {class: 'card filters', role: 'search', submit: event => {
      event.preventDefault();
      restart();
    }, change: restart},
    field('Words', text), field('Topic', category), field('Type', type), field('State', state),
    h('button', {type: 'submit'}, 'Filter')),
    sum, list, next];
}

function fits(item, words, state) {
  const text = item.text.toLowerCase();
  return words.every(word => text.includes(word)) && (state === '' || (state === 'closed') === Boolean(item.closing));
}

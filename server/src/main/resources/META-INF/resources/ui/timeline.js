import {count, day, h, say} from './dom.js';
import {more, nameOf, turn} from './parts.js';

const AT_ONCE = 10;
const SHOWN = 3;

export async function timeline({memory}) {
  const read = [];
  const list = h('div');
  let cursor = null;
  const load = async () => {
    const page = await memory.sources({limit: AT_ONCE, order: 'newest', cursor});
    read.push(...await Promise.all(page.resources.map(async source =>
      ({source, passages: (await memory.passages(source.id)).passages}))));
    cursor = page.next;
    list.replaceChildren(...days(read));
    say(`${count(read.length, 'source')} shown.`);
    return Boolean(cursor);
  };
  const older = more('Show more sources', load);
  older.hidden = !await load();
  return [h('h1', {}, 'Timeline'),
    h('p', {class: 'lead'}, 'What your agents have read and heard, by the day on which it was said.'),
    read.length === 0 && h('p', {class: 'card empty'}, 'This memory has no sources yet.'),
    list, older].filter(Boolean);
}

function days(read) {
  const byDay = Map.groupBy ? Map.groupBy(read, dayOfSource) : grouped(read);
  return [...byDay].sort(([one], [other]) => other.localeCompare(one)).map(([date, sources]) =>
    h('section', {class: 'day'}, h('h2', {}, day(date)), h('ul', {class: 'cards'}, sources.map(card))));
}

function grouped(read) {
  const byDay = new Map();
  read.forEach(one => byDay.set(dayOfSource(one), [...byDay.get(dayOfSource(one)) ?? [], one]));
  return byDay;
}

function dayOfSource({source, passages}) {
  return (passages.find(passage => passage.said_at)?.said_at ?? source.created_at).slice(0, 10);
}

function card({source, passages}) {
  const turns = passages.map(passage => turn(passage));
  return h('li', {class: 'card'},
    h('h3', {}, h('a', {href: `#/source/${encodeURIComponent(source.id)}`}, nameOf(source))),
    h('p', {class: 'facts'}, h('span', {class: 'chip'}, source.modality),
      h('span', {}, count(passages.length, 'passage'))),
    h('ol', {class: 'turns'}, turns.slice(0, SHOWN)),
    turns.length > SHOWN && h('details', {},
      h('summary', {}, `${turns.length - SHOWN} more`),
      h('ol', {class: 'turns'}, turns.slice(SHOWN))));
}

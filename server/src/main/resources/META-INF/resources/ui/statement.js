import {choice, confirmed, day, field, h, moment, problem, tell} from './dom.js';
import {facts, nameOf, topicName, turn} from './parts.js';

/** So many turns before and after a proof are shown with it. */
const AROUND = 2;
const EVENTS = {created: 'Remembered', reinforced: 'Said again', edited: 'Corrected', superseded: 'Closed',
  reopened: 'Reopened', deleted: 'Forgotten'};
const TYPES = ['profile', 'event', 'knowledge', 'behavior', 'instruction', 'skill', 'tool'];

/** One statement: what proves it, what became of it, and what a person can do about it. */
export async function statement({memory, parameters: [id], may, again}) {
  const [item, {passages}, {events}, {categories}] = await Promise.all([
    memory.item(id), memory.proof(id), memory.history(id), memory.topics()]);
  const sources = await Promise.all([...new Set(passages.map(passage => passage.resource_id))].map(async source => ({
    about: await memory.source(source), all: (await memory.passages(source)).passages})));
  const topics = categories.filter(topic => item.category_ids.includes(topic.id));
  return [h('h1', {class: 'long'}, item.text),
    h('p', {class: 'facts'}, facts(item), item.origin === 'manual' && h('span', {}, 'made by a person')),
    item.closing && h('p', {class: 'notice'}, 'Closed ', moment(item.closing.at), `: ${item.closing.reason}. `,
      item.closing.superseded_by && h('a', {href: `#/statement/${encodeURIComponent(item.closing.superseded_by)}`},
        'See the statement that took its place')),
    item.happened_at && h('p', {class: 'facts'}, `Happened: ${day(item.happened_at.start)}`),
    actions({memory, item, may, again}),
    h('section', {}, h('h2', {}, 'Why it is remembered'), proof(item, passages, sources)),
    h('section', {}, h('h2', {}, 'History'), h('ol', {class: 'card history'}, events.map(event))),
    topics.length > 0 && h('section', {}, h('h2', {}, 'Topics'),
      h('ul', {class: 'chips'}, topics.map(topic =>
        h('li', {}, h('a', {class: 'chip', href: `#/statements/${encodeURIComponent(topic.id)}`}, topicName(topic))))))]
    .filter(Boolean);
}

function proof(item, passages, sources) {
  if (passages.length === 0) {
    return h('p', {class: 'card empty'}, 'No source says it. A person or a program added it as it is.');
  }
  const proving = new Set(passages.map(passage => passage.id));
  return sources.map(({about, all}) => {
    const places = all.flatMap((passage, n) => proving.has(passage.id) ? [n] : []);
    const near = all.filter((_, n) => places.some(place => Math.abs(place - n) <= AROUND));
    return h('article', {class: 'card'},
      h('h3', {}, h('a', {href: `#/source/${encodeURIComponent(about.id)}`}, nameOf(about))),
      h('ol', {class: 'turns'}, near.map(passage => turn(passage, proving.has(passage.id) ? item.text : null))));
  });
}

function event({event, at, actor, before, reason}) {
  return h('li', {}, h('strong', {}, EVENTS[event] ?? event), ' ', moment(at),
    h('span', {class: 'actor'}, ` by ${actor}`),
    reason && ` (${reason})`,
    before && h('p', {class: 'before'}, 'Before: ', h('del', {}, before)));
}

function actions({memory, item, may, again}) {
  const place = h('div');
  const attempt = async (act, done) => {
    try {
      await act();
      await done();
    } catch (error) {
      const stale = error.status === 412;
      if (stale) {
        await again();
        tell('Somebody changed it meanwhile. This is the newest version. Decide again.');
      } else {
        place.replaceChildren(problem(error));
      }
    }
  };
  const shown = text => async () => {
    await again();
    tell(text);
  };
  const buttons = h('div', {class: 'actions'},
    may('write') && h('button', {click: () => place.replaceChildren(form())}, 'Correct'),
    may('write') && (item.closing
      ? h('button', {class: 'quiet', click: () => attempt(() => memory.reopen(item.id), shown('It holds again.'))},
        'Reopen')
      : h('button', {class: 'quiet', click: () => attempt(() => memory.close(item.id), shown('It holds no more.'))},
        'Close')),
    may('delete') && h('button', {class: 'danger quiet', click: forget}, 'Forget'));

  async function forget() {
    if (await confirmed('Forget this statement?',
      'It is deleted with its history. What was said stays in the source. This cannot be taken back.', 'Forget')) {
      await attempt(() => memory.forget(item.id), () => {
        location.hash = '#/statements';
      });
    }
  }

  function form() {
    const text = h('textarea', {rows: 3, required: true});
    text.value = item.text;
    const type = choice([...new Set([item.type, ...TYPES])].map(name => [name, name]), item.type);
    const made = h('form', {class: 'card', submit: event => {
      event.preventDefault();
      attempt(() => memory.correct(item.id, item.version, {text: text.value, type: type.value}), shown('Corrected.'));
    }},
    field('What is true', text), field('Type', type),
    h('div', {class: 'actions'}, h('button', {type: 'submit'}, 'Save'),
      h('button', {type: 'button', class: 'quiet', click: () => place.replaceChildren()}, 'Cancel')));
    queueMicrotask(() => text.focus());
    return made;
  }

  return h('div', {}, buttons, place);
}

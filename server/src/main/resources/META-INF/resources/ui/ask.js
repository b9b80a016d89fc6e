import {count, field, h, problem, say} from './dom.js';
import {bar, nameOf, statementCard, summary, topicName, turn} from './parts.js';

/** What was asked last, for those who come back from a statement. Gone with the document. */
let last = null;

export async function ask({memory, agent}) {
  if (last?.agent !== agent) {
    last = null;
  }
  const question = h('input', {type: 'search', required: true, autocomplete: 'off'});
  question.value = last?.question ?? '';
  const found = h('div', {id: 'found'}, last && answer(last.found));
  const send = async event => {
    event.preventDefault();
    found.replaceChildren();
    say('Searching …');
    try {
      last = {agent, question: question.value, found: await memory.ask(question.value)};
      found.replaceChildren(...answer(last.found));
      say(`${count(last.found.items.length, 'statement')} and ${count(last.found.passages.length, 'passage')} found.`);
    } catch (error) {
      say('');
      found.replaceChildren(problem(error));
    }
  };
  return [h('h1', {}, 'Ask'),
    h('p', {class: 'lead'}, 'What an agent finds for a question, and which signals bring it up.'),
    h('form', {class: 'card filters', role: 'search', submit: send},
      field('Question', question), h('button', {type: 'submit'}, 'Ask')),
    found];
}

function answer(result) {
  const lists = [
    ['Statements', result.items, one => statementCard(one.item, signals(one))],
    ['Passages', result.passages, one => h('li', {class: 'card'},
      h('h3', {}, h('a', {href: `#/source/${encodeURIComponent(one.passage.resource_id)}`}, one.resource_key)),
      h('ol', {class: 'turns'}, turn(one.passage)), signals(one))],
    ['Topics', result.categories, one => h('li', {class: 'card'},
      h('h3', {}, h('a', {href: `#/statements/${encodeURIComponent(one.category.id)}`}, topicName(one.category))),
      one.category.summary && summary(one.category.summary), signals(one))],
    ['Sources', result.resources, one => h('li', {class: 'card'},
      h('h3', {}, h('a', {href: `#/source/${encodeURIComponent(one.resource.id)}`}, nameOf(one.resource))),
      signals(one))],
  ].filter(([, found]) => found.length > 0);
  if (lists.length === 0) {
    return [h('p', {class: 'card empty'}, 'Nothing in this memory answers that.')];
  }
  return [!result.confident && h('p', {class: 'notice'}, 'None of this is a sure answer.'),
    ...lists.map(([title, found, card]) =>
      h('section', {}, h('h2', {}, title), h('ol', {class: 'cards'}, found.map(card))))].filter(Boolean);
}

/** Each signal with its share of the score. */
function signals({signals: given}) {
  return given && h('ul', {class: 'signals', 'aria-label': 'Signals'}, given.map(({signal, share}) =>
    h('li', {}, h('span', {}, signal.replaceAll('_', ' ')), bar(share),
      h('span', {class: 'number'}, `${Math.round(share * 100)} %`))));
}

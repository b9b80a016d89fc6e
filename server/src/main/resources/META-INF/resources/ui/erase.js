import {admin} from './api.js';
import {field, h, problem, say} from './dom.js';

const NAMES = {resources: 'Sources', passages: 'Passages', items: 'Statements', categories: 'Topics',
  links: 'Links to topics', citations: 'Proofs', embeddings: 'Vectors', events: 'Changes'};

/** Takes the memory out, or erases it and proves that. An operator erases a user. */
export async function erase({memory, who, agent, may}) {
  const operator = agent === null;
  return [h('h1', {}, operator ? 'Erase a user' : 'Export and erase'),
    !operator && exporting(memory),
    (operator || may('delete')) && erasing(memory, operator ? null : who.user, agent)].filter(Boolean);
}

function exporting(memory) {
  const copies = h('input', {type: 'checkbox', id: 'copies'});
  const link = h('a', {class: 'button', download: true, href: memory.export({})}, 'Download the memory');
  copies.addEventListener('change', () => {
    link.href = memory.export({copies: copies.checked ? 'true' : ''});
  });
  return h('section', {class: 'card'}, h('h2', {}, 'Export'),
    h('p', {}, 'Everything that this memory holds, as JSON Lines. Another memory can take it in.'),
    h('p', {class: 'check'}, copies, h('label', {for: 'copies'}, 'With the copies of files')),
    h('div', {class: 'actions'}, link));
}

function erasing(memory, user, agent) {
  const name = h('input', {type: 'text', required: true, autocomplete: 'off', spellcheck: 'false'});
  const proof = h('div', {id: 'proof'});
  const button = h('button', {type: 'submit', class: 'danger'}, user === null ? 'Erase the user' : 'Erase this memory');
  const send = async event => {
    event.preventDefault();
    if (user !== null && name.value !== user) {
      proof.replaceChildren(problem(new Error('That is not your user id. Nothing was erased.')));
      return;
    }
    button.disabled = true;
    try {
      const report = await (user === null ? admin.erase(name.value) : memory.erase());
      proof.replaceChildren(...shown(report));
      proof.querySelector('h3').focus();
      say(report.complete ? 'Erased.' : 'Not all was erased.');
    } catch (error) {
      proof.replaceChildren(problem(error));
    } finally {
      name.value = '';
      button.disabled = false;
    }
  };
  return h('section', {class: 'card'}, h('h2', {}, 'Erase'),
    h('p', {}, user === null
      ? 'Deletes all memories of a user, and the keys of that user. This cannot be taken back.'
      : `Deletes all that the agent "${agent}" remembers about you. This cannot be taken back.`),
    h('form', {submit: send},
      field('User id', name, user === null ? 'Whose memories are erased.' : `Type your user id, ${user}, to confirm.`),
      h('div', {class: 'actions'}, button)),
    proof);
}

function shown(report) {
  const file = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], {type: 'application/json'}));
  return [h('h3', {tabindex: '-1'}, report.complete ? 'Erased: nothing is left' : 'Something is left'),
    ...report.memories.map(memory => h('table', {},
      h('caption', {}, `Agent ${memory.agent}`),
      h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'What'), h('th', {scope: 'col', class: 'number'}, 'Before'),
        h('th', {scope: 'col', class: 'number'}, 'After'))),
      h('tbody', {}, Object.entries(NAMES).map(([key, title]) => row(title, memory.before[key], memory.after[key])),
        row('Copies of files', memory.copies_deleted + memory.copies_left, memory.copies_left)))),
    report.not_covered.length > 0 && h('div', {}, h('h4', {}, 'What this does not reach'),
      h('ul', {}, report.not_covered.map(text => h('li', {}, text)))),
    h('div', {class: 'actions'}, h('a', {class: 'button quiet', href: file, download: 'erasure.json'},
      'Download this report'))].filter(Boolean);
}

function row(title, before, after) {
  return h('tr', {}, h('th', {scope: 'row'}, title), h('td', {class: 'number'}, String(before)),
    h('td', {class: 'number'}, String(after)));
}

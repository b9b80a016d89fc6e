import {session} from './api.js';
import {field, h, problem} from './dom.js';

export async function login({entered}) {
  const key = h('input', {type: 'password', autocomplete: 'off', required: true, spellcheck: 'false'});
  const trouble = h('div');
  const enter = async event => {
    event.preventDefault();
    const secret = key.value.trim();
    key.value = '';
    trouble.replaceChildren();
    try {
      await entered(await session.begin(secret));
    } catch (error) {
      trouble.replaceChildren(problem(error));
      key.focus();
    }
  };
  return [h('section', {class: 'card narrow'},
    h('h1', {}, 'Open your memory'),
    h('p', {}, 'See what your agents remember about you and why. Correct it, or make them forget it.'),
    h('form', {submit: enter},
      field('API key', key, 'As "memu key create" has shown it. It is sent once and not kept in this browser.'),
      trouble,
      h('div', {class: 'actions'}, h('button', {type: 'submit'}, 'Log in'))))];
}

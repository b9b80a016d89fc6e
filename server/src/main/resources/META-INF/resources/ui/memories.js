import {admin} from './api.js';
import {h, moment} from './dom.js';
import {more} from './parts.js';

/** Which memories there are. An operator does not see into them. */
export async function memories() {
  const body = h('tbody');
  let cursor = null;
  const load = async () => {
    const page = await admin.scopes(cursor);
    body.append(...page.scopes.map(scope => h('tr', {}, h('th', {scope: 'row'}, scope.user),
      h('td', {}, scope.agent), h('td', {}, moment(scope.created_at)))));
    cursor = page.next;
    return Boolean(cursor);
  };
  const next = more('Show more memories', load);
  next.hidden = !await load();
  return [h('h1', {}, 'Memories'),
    body.children.length === 0
      ? h('p', {class: 'card empty'}, 'There is no memory yet.')
      : h('div', {class: 'card'}, h('table', {}, h('caption', {}, 'Users and their agents'),
        h('thead', {}, h('tr', {}, ['User', 'Agent', 'Since'].map(name => h('th', {scope: 'col'}, name)))), body)),
    next];
}

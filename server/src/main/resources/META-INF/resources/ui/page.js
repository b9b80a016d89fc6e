// Begins the page: finds out who is there, and shows the view that the address names.

import {memory, session} from './api.js';
import {choice, h, problem, say} from './dom.js';
import {ask} from './ask.js';
import {erase} from './erase.js';
import {login} from './login.js';
import {memories} from './memories.js';
import {source} from './source.js';
import {statement} from './statement.js';
import {statements} from './statements.js';
import {statistics} from './statistics.js';
import {timeline} from './timeline.js';
import {topics} from './topics.js';

const VIEWS = {timeline, statements, statement, source, topics, ask, statistics, erase};
const PAGES = [['timeline', 'Timeline'], ['statements', 'Statements'], ['topics', 'Topics'], ['ask', 'Ask'],
  ['statistics', 'Statistics'], ['erase', 'Export and erase']];
const OF_OPERATORS = {memories, erase};
const PAGES_OF_OPERATORS = [['memories', 'Memories'], ['erase', 'Erase a user']];
/** Under which page a view is that is no page itself. */
const PARTS = {statement: 'statements', source: 'timeline'};

const main = document.getElementById('main');
let who = null;
let agent = null;
let newest = 0;

/** Shows the view of the address. A view that was asked for later wins, however late this one is ready. */
async function show(first = false) {
  if (location.hash === '#main') {
    main.focus();
    return;
  }
  const turn = ++newest;
  main.setAttribute('aria-busy', 'true');
  const view = who === null ? login : viewOfAddress();
  const [name, ...parameters] = address();
  say('');
  let shown;
  try {
    shown = await view({
      who, agent, parameters: parameters.map(decodeURIComponent),
      memory: agent === null ? null : memory(agent),
      may: permission => who.permissions.includes(`memory:${permission}`),
      again: () => show(),
      entered,
    });
  } catch (error) {
    if (error.status === 401 && who !== null) {
      return leave();
    }
    shown = [h('h1', {}, error.status === 404 ? 'Not found' : 'That did not work'), problem(error)];
  }
  if (turn !== newest) {
    return;
  }
  main.replaceChildren(...shown);
  const heading = main.querySelector('h1');
  document.title = `${heading.textContent.slice(0, 60)} · Memory`;
  for (const link of document.querySelectorAll('#nav a')) {
    const current = link.hash === `#/${PARTS[name] ?? name}`;
    link.removeAttribute('aria-current');
    if (current) {
      link.setAttribute('aria-current', 'page');
    }
  }
  if (!first) {
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    window.scrollTo(0, 0);
  }
  main.setAttribute('aria-busy', 'false');
}

function address() {
  return location.hash.replace(/^#\//, '').split('/');
}

function views() {
  return agent === null ? OF_OPERATORS : VIEWS;
}

function viewOfAddress() {
  const known = views();
  const name = address()[0];
  if (!Object.hasOwn(known, name)) {
    history.replaceState(null, '', `#/${Object.keys(known)[0]}`);
    return Object.values(known)[0];
  }
  return known[name];
}

function entered(caller) {
  who = caller;
  agent = caller.agents[0] ?? null;
  frame();
  return show();
}

/** What stands around the views: pages, the agent, who is there. */
function frame() {
  const nav = document.getElementById('nav');
  nav.replaceChildren(h('ul', {}, (agent === null ? PAGES_OF_OPERATORS : PAGES)
    .map(([name, title]) => h('li', {}, h('a', {href: `#/${name}`}, title)))));
  nav.hidden = false;
  document.getElementById('who').replaceChildren(
    ...(who.agents.length > 1 ? [agents()] : []),
    h('span', {class: 'user'}, who.user ?? 'Operator'),
    h('button', {class: 'quiet', id: 'leave', click: () => leave()}, 'Log out'));
}

function agents() {
  const select = choice(who.agents.map(name => [name, name]), agent, () => {
    agent = select.value;
    location.hash = '#/timeline';
    show();
  });
  select.id = 'agent';
  select.setAttribute('aria-label', 'Agent');
  return select;
}

/** A new document: nothing of this user stays behind in this one. */
async function leave() {
  try {
    await session.end();
  } finally {
    history.replaceState(null, '', location.pathname);
    location.reload();
  }
}

async function begin() {
  try {
    const caller = await session.get();
    who = caller;
    agent = caller.agents[0] ?? null;
    frame();
  } catch (error) {
    if (error.status !== 401) {
      main.replaceChildren(h('h1', {}, 'Memory'), problem(error));
      main.setAttribute('aria-busy', 'false');
      return;
    }
  }
  window.addEventListener('hashchange', () => show());
  await show(true);
}

begin();

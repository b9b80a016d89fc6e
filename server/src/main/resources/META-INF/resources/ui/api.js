// The REST interface below /v1, as the page uses it. The session is a cookie that no script can read.

export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function call(method, path, {body, headers = {}} = {}) {
  const json = body === undefined ? {} : {'Content-Type': 'application/json'};
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: {...json, ...headers},
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
    });
  } catch {
    throw new Refused(0, 'The server does not answer.');
  }
  const text = await answer.text();
  const value = text && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null;
  if (!answer.ok) {
    throw new Refused(answer.status, value?.detail ?? `The server answered ${answer.status}.`);
  }
  return value;
}

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

export const session = {
  get: () => call('GET', '/v1/session'),
  begin: key => call('POST', '/v1/session', {headers: {Authorization: `Bearer ${key}`}}),
  end: () => call('DELETE', '/v1/session'),
};

export const admin = {
  scopes: cursor => call('GET', `/v1/admin/scopes${query({cursor})}`),
  erase: user => call('POST', '/v1/admin/erase', {body: {user}}),
};

/** The memory with one agent. */
export function memory(agent) {
  const root = `/v1/agents/${encodeURIComponent(agent)}`;
  const item = id => `${root}/items/${encodeURIComponent(id)}`;
  const source = id => `${root}/resources/${encodeURIComponent(id)}`;
  return {
    items: filter => call('GET', `${root}/items${query(filter)}`),
    item: id => call('GET', item(id)),
    history: id => call('GET', `${item(id)}/history`),
    proof: id => call('GET', `${item(id)}/passages`),
    correct: (id, version, change) =>
      call('PATCH', item(id), {body: change, headers: {'If-Match': `"${version}"`}}),
    close: id => call('POST', `${item(id)}/close`, {body: {}}),
    reopen: id => call('POST', `${item(id)}/reopen`),
    forget: id => call('DELETE', item(id)),
    sources: filter => call('GET', `${root}/resources${query(filter)}`),
    source: id => call('GET', source(id)),
    passages: id => call('GET', `${source(id)}/passages`),
    copy: id => `${source(id)}/copy`,
    forgetSource: id => call('DELETE', source(id)),
    topics: () => call('GET', `${root}/categories`),
    ask: question => call('POST', `${root}/retrieve`, {body: {query: question, explain: true, prompt_tokens: 0}}),
    statistics: () => call('GET', `${root}/statistics`),
    export: options => `${root}/export${query(options)}`,
    erase: () => call('DELETE', root),
  };
}

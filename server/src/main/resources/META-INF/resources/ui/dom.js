// Builds what the page shows. Texts of a memory enter the document through textContent alone.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with properties (a function is a listener) and children (texts, elements, or nothing). */
export function h(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

let ids = 0;

/** A control with its label above it. */
export function field(label, control, hint) {
  const id = `field-${++ids}`;
  control.id = id;
  if (hint) {
    control.setAttribute('aria-describedby', `${id}-hint`);
  }
  return h('div', {class: 'field'}, h('label', {for: id}, label), control,
    hint && h('p', {class: 'hint', id: `${id}-hint`}, hint));
}

export function choice(options, chosen, changed) {
  return h('select', {change: changed},
    options.map(([value, text]) => h('option', {value, selected: value === chosen}, text)));
}

/** Says to those who hear the page what the others see. */
export function say(text) {
  const status = document.getElementById('status');
  status.className = '';
  status.textContent = text;
}

/** Says something to everybody. */
export function tell(text) {
  say(text);
  document.getElementById('status').className = 'shown';
}

export function problem(error) {
  return h('p', {class: 'problem', role: 'alert'}, error.message);
}

const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
const MOMENT = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});

/** The day as it was where somebody spoke: the zone of the reader does not move it. */
export function day(time) {
  const date = new Date(`${time.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? time : DAY.format(date);
}

export function moment(time) {
  return h('time', {datetime: time}, MOMENT.format(new Date(time)));
}

/** The day on which a statement was said, or else came in. */
export function dayOf(item) {
  return h('time', {datetime: item.said_at ?? item.created_at}, day(item.said_at ?? item.created_at));
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** Asks before something that cannot be taken back. Gives whether the answer was yes. */
export function confirmed(question, explanation, yes) {
  return new Promise(resolve => {
    const dialog = h('dialog', {'aria-labelledby': 'question', close: () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }},
    h('form', {method: 'dialog'},
      h('h2', {id: 'question'}, question),
      h('p', {}, explanation),
      h('div', {class: 'actions'},
        h('button', {value: 'no', class: 'quiet', autofocus: true}, 'Keep it'),
        h('button', {value: 'yes', class: 'danger'}, yes))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

// Building the page. Text only ever becomes a text node, so no name or reason can become markup.

/** element('td', {class: 'number'}, 'text', child) */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== '') {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

function button(text, label, onClick) {
  const made = element('button', { type: 'button', ...(label ? { 'aria-label': label } : {}) }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** A labelled select; options are [value, text]. */
function select(label, options, onChange) {
  const made = element('select', {}, ...options.map(([value, text]) => element('option', { value }, text)));
  made.addEventListener('change', () => onChange(made.value));
  return { label: element('label', {}, label, made), field: made };
}

function card(title, ...children) {
  return element('div', { class: 'card' }, ...(title ? [element('h3', {}, title)] : []), ...children);
}

function facts(pairs) {
  const list = element('dl', { class: 'facts' });
  for (const [term, text] of pairs) {
    list.append(element('dt', {}, term), element('dd', {}, text));
  }
  return list;
}

function section(id) {
  return document.getElementById(id);
}

type Child = Node | string | undefined | readonly Child[];
type Attributes = Readonly<Record<string, string | boolean | number | undefined | ((event: Event) => void)>>;

/** Makes an element. Functions become listeners, `true` an empty attribute; `false` and `undefined` none. Texts are only ever text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value !== false && value !== undefined) made.setAttribute(key, value === true ? '' : String(value));
  }
  append(made, children);
  return made;
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === 'string' || child instanceof Node) parent.append(child);
    else append(parent, child);
  }
}

/** The element of the page with this identifier; it is part of what the reporter writes. */
export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

/** The title of a part, with a place beside it that says how much it shows, also to those who do not see it. */
export function titled(title: string, says: HTMLElement): HTMLElement {
  says.setAttribute('role', 'status');
  return element('div', { class: 'title' }, element('h1', {}, title), says);
}

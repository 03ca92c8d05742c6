import { counted, grouped } from '../core/counted.ts';
import { groupBy } from '../core/group-by.ts';
import { cappedList } from './capped-list.ts';
import type { Context, Part } from './context.ts';
import { element, titled } from './element.ts';
import { isLeftShown, isUnreadShown } from './filter.ts';
import type { Left, Unread } from './model.ts';

const SAYS: Readonly<Record<string, string>> = {
  review: 'for review',
  keep: 'stays',
  reference: 'not counted',
  literal: 'not counted',
};

/** What no run changes by itself, by reason, what a person has to decide first. */
export function leftPart(section: HTMLElement, { model }: Context): Part {
  const says = element('p', { id: 'left-status' });
  const list = element('div', { class: 'list' });
  let shown: Group[] = [];
  section.replaceChildren(
    titled('What is left', says),
    element(
      'p',
      { class: 'dim' },
      'Nothing here is changed. What is for review waits for a person; what stays does so for the reason that is given.',
    ),
    list,
  );
  return {
    show(filter) {
      const left = model.left.filter((one) => isLeftShown(one, filter));
      const unread = model.unread.filter((one) => isUnreadShown(one, filter));
      shown = [
        ...grouping(unread, ({ what, reason }) => `${what}\n${reason}`).map(unreadGroup),
        ...grouping(left, ({ decision, rule, kind, beyond }) => `${decision}\n${rule}\n${kind}\n${beyond}`)
          .sort((a, b) => Number(b[0]!.decision === 'review') - Number(a[0]!.decision === 'review'))
          .map(leftGroup),
      ];
      list.replaceChildren(...shown.map(({ article }) => article));
      says.textContent = `${counted(left.length, 'finding')}${unread.length > 0 ? `, ${counted(unread.length, 'file')} not done` : ''}`;
    },
    unfold() {
      for (const { open } of shown) open();
    },
  };
}

/** What is left for one reason. */
interface Group {
  readonly article: HTMLElement;
  open(): void;
}

function leftGroup(members: readonly Left[], number: number): Group {
  const { decision, rule, kind, beyond } = members[0]!;
  const tags = [rule, ...(beyond ? [beyond] : [])].map((text) => element('span', { class: 'tag' }, text));
  const badge = element('span', { class: `tag of-${decision}` }, SAYS[decision] ?? decision);
  return group(`left-${number}`, kind, [badge, ...tags], members, placeOf);
}

function unreadGroup(members: readonly Unread[], number: number): Group {
  const { what, reason } = members[0]!;
  const line = ({ path }: Unread): HTMLElement => element('li', {}, element('code', {}, path));
  return group(`unread-${number}`, reason, [element('span', { class: 'tag of-failed' }, what)], members, line);
}

function group<T>(
  id: string,
  title: string,
  tags: readonly HTMLElement[],
  members: readonly T[],
  line: (member: T) => HTMLElement,
): Group {
  const body = element('div', { class: 'body', id, hidden: true });
  const open = (): void => {
    if (body.childElementCount === 0) body.append(cappedList(members, line));
    body.hidden = false;
    fold.setAttribute('aria-expanded', 'true');
  };
  const close = (): void => {
    body.hidden = true;
    fold.setAttribute('aria-expanded', 'false');
  };
  const fold = element(
    'button',
    { class: 'fold', 'aria-expanded': 'false', 'aria-controls': id, click: () => (body.hidden ? open() : close()) },
    element('b', {}, grouped(members.length)),
    ' ',
    title,
  );
  return { article: element('article', { class: 'item' }, element('header', {}, element('h2', {}, fold), tags), body), open };
}

/** Members by a key, the largest group first. */
function grouping<T>(members: readonly T[], keyOf: (member: T) => string): T[][] {
  return [...groupBy(members, keyOf).values()].sort((a, b) => b.length - a.length);
}

function placeOf({ path, line, column, lead, text, tail, reason, kind, context, becomes, decision }: Left): HTMLElement {
  const detail = reason === kind ? '' : ` \u00b7 ${reason}`;
  const unsafe = becomes !== '' && decision === 'review' ? [' \u00b7 --unsafe would put ', element('code', {}, becomes)] : [];
  return element(
    'li',
    {},
    element('code', { class: 'place' }, `${path}:${line}:${column}`),
    element('span', { class: 'dim' }, ` \u00b7 ${context}${detail}`, unsafe),
    element('div', { class: 'quote' }, lead, element('mark', {}, text), tail),
  );
}

import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown';
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp';
import IconGripVertical from '@tabler/icons-react/icons/IconGripVertical';
import IconX from '@tabler/icons-react/icons/IconX';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { move } from './move';

interface Sorted<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  children: (item: T) => ReactNode;
  onChange: (items: T[]) => void;
}

/** A list whose order counts: dragged, or moved by arrows. */
export function SortList<T>({ label, items, keyOf, nameOf, children, onChange }: Sorted<T>) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const at = (key: string | undefined) => items.findIndex((item) => keyOf(item) === key);
  const go = (from: number, to: number, focus: 'up' | 'down') => {
    onChange(move(items, from, to));
    setSaid(t('sort.moved', { name: nameOf(items[from]!), place: to + 1, count: items.length }));
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll<HTMLButtonElement>('button[data-move]:not(:disabled)');
      ([...(buttons ?? [])].find((button) => button.dataset.move === focus) ?? buttons?.[0])?.focus();
    });
  };
  return (
    <>
      <ul className="sort" aria-label={label} ref={list}>
        {items.map((item, index) => (
          // Dragging is the second way; the buttons do the same by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={keyOf(item)}
            draggable
            className={dragged === keyOf(item) ? 'dragged' : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', keyOf(item));
              setDragged(keyOf(item));
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              if (dragged !== keyOf(item)) onChange(move(items, at(dragged), index));
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(undefined)}
          >
            <span className="grip" aria-hidden="true">
              <IconGripVertical size={16} stroke={1.75} />
            </span>
            {children(item)}
            <button className="ib s" type="button" data-move="up" disabled={index === 0} aria-label={t('sort.up', { name: nameOf(item) })} onClick={() => go(index, index - 1, 'up')}>
              <IconArrowUp size={16} stroke={1.75} aria-hidden />
            </button>
            <button className="ib s" type="button" data-move="down" disabled={index === items.length - 1} aria-label={t('sort.down', { name: nameOf(item) })} onClick={() => go(index, index + 1, 'down')}>
              <IconArrowDown size={16} stroke={1.75} aria-hidden />
            </button>
            <button className="ib s" type="button" aria-label={t('sort.remove', { name: nameOf(item) })} onClick={() => onChange(items.filter((one) => one !== item))}>
              <IconX size={16} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <span className="sr" role="status">
        {said}
      </span>
    </>
  );
}

// A text field with suggestions: what is typed stands as typed unless a suggestion is chosen. Keys and roles by combobox-nav.
import Combobox from '@github/combobox-nav';
import type { InputHTMLAttributes } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Option = {
  readonly key: string;
  readonly label: string;
  /** Beside the label, quieter. */
  readonly hint?: string;
};

type Props = {
  value: string;
  options: readonly Option[];
  /** Name of the list for screen readers. */
  listLabel: string;
  onText: (text: string) => void;
  onPick: (key: string) => void;
  /** Attributes of the field itself. */
  field: InputHTMLAttributes;
  /** Focus, with the cursor behind the text. */
  focused?: boolean;
};

export function SuggestField({ value, options, listLabel, onText, onPick, field, focused = false }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const nav = useRef<Combobox | null>(null);
  const [inside, setInside] = useState(focused);
  const open = inside && options.length > 0;
  const pick = useRef(onPick);
  pick.current = onPick;

  useLayoutEffect(() => {
    if (!input.current || !list.current) return;
    const [field0, list0] = [input.current, list.current];
    nav.current = new Combobox(field0, list0, { tabInsertsSuggestions: false });
    const committed = (event: Event): void => {
      const key = event.target instanceof HTMLElement ? event.target.dataset['key'] : undefined;
      if (key !== undefined) pick.current(key);
    };
    list0.addEventListener('combobox-commit', committed);
    if (focused) {
      field0.focus();
      field0.setSelectionRange(field0.value.length, field0.value.length);
    }
    return () => {
      list0.removeEventListener('combobox-commit', committed);
      nav.current?.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    const [field0, list0] = [input.current, list.current];
    if (!open || !field0 || !list0) return;
    const place = (): void => {
      const box = field0.getBoundingClientRect();
      const below = innerHeight - box.bottom;
      const height = Math.min(list0.scrollHeight, 260);
      list0.style.left = `${Math.max(4, Math.min(box.left, innerWidth - list0.offsetWidth - 4))}px`;
      list0.style.top = `${below > height + 4 || below > box.top ? box.bottom : Math.max(4, box.top - height)}px`;
      list0.style.minWidth = `${box.width}px`;
    };
    list0.showPopover();
    nav.current?.start();
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
      nav.current?.stop();
      if (list0.isConnected) list0.hidePopover();
    };
  }, [open]);
  // Other options are another choice: none of them is chosen before.
  useEffect(() => nav.current?.clearSelection(), [options]);

  return (
    <>
      <input
        {...field}
        ref={input}
        value={value}
        autocomplete="off"
        onInput={(event) => onText(event.currentTarget.value)}
        onFocus={() => setInside(true)}
        onBlur={(event) => {
          setInside(false);
          field.onBlur?.(event);
        }}
      />
      <ul ref={list} id={`${id}-list`} class="suggestions" role="listbox" aria-label={listLabel} popover="manual">
        {options.map(({ key, label, hint }) => (
          <li key={key} id={`${id}-${key}`} role="option" data-key={key} onMouseDown={(event) => event.preventDefault()}>
            {label}
            {hint !== undefined && <span class="quiet"> {hint}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

// A page whose code is fetched when it is first opened, so that the first page stays light.
import type { ComponentType } from 'preact';
import { useAnswer } from '../state/useAnswer.ts';
import { Loaded } from './Loaded.tsx';

type Props<Wanted extends object> = { name: string; load: () => Promise<ComponentType<Wanted>>; wanted: Wanted };

export function Later<Wanted extends object>({ name, load, wanted }: Props<Wanted>) {
  const page = useAnswer(load, name);
  return <Loaded answer={page}>{(Page) => <Page {...wanted} />}</Loaded>;
}

// An address that leads nowhere.
import { fill, useWords } from '../words/words.ts';

export function UnknownPage({ path }: { path: string }) {
  const words = useWords();
  return (
    <section class="centre">
      <h1>{words.notFoundTitle}</h1>
      <p>{fill(words.notFoundText, { path })}</p>
      <a class="button" href="/">
        {words.toCluster}
      </a>
    </section>
  );
}

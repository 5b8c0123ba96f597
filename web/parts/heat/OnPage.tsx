// What the heat page has, in its order: one click to each part.
import { HEAT_WORDS } from '../../words/heat.ts';
import { useLanguage } from '../../words/words.ts';

type Props = { readonly parts: readonly { readonly id: string; readonly name: string }[] };

export function OnPage({ parts }: Props) {
  const words = HEAT_WORDS[useLanguage()];
  return (
    <nav class="heat-on-page" aria-label={words.onPage}>
      <ul>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

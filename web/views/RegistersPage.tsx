// Registers of a cluster: what its companies share beside flows.
import '../styles/leads.css';
import { useWords } from '../words/words.ts';

export function RegistersPage({ cluster }: { cluster: string }) {
  const words = useWords();
  return (
    <h1>
      {words.navRegisters}, {cluster}
    </h1>
  );
}

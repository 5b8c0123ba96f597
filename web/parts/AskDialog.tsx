// One question before something is done that is not wanted by mistake.
import { useEffect, useRef } from 'preact/hooks';

type Props = { question: string; yes: string; no: string; onYes: () => void; onClose: () => void };

export function AskDialog({ question, yes, no, onYes, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="ask-question" onClose={onClose}>
      <p id="ask-question">{question}</p>
      <p class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => {
            dialog.current?.close();
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {no}
        </button>
      </p>
    </dialog>
  );
}

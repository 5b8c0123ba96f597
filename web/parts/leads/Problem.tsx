// What went wrong with a save, told at once to those who hear it.
export const Problem = ({ text }: { text: string }) =>
  text === '' ? null : (
    <p class="notice error" role="alert">
      {text}
    </p>
  );

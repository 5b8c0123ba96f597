// A value once it has stood still for a moment: what is asked of the server follows a drag without a request for every pixel.
import { useEffect, useState } from 'preact/hooks';

export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

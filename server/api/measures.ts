// What the server does, counted: for the metrics page. No names, no contents.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { MetricsShown } from '../contract/running.ts';

/** Upper ends of the steps that times are counted in, ms; about a quarter apart. */
const STEPS = Array.from({ length: 48 }, (_, step) => 1.28 ** step);

class Times {
  #count = 0;
  #sum = 0;
  readonly #steps = new Uint32Array(STEPS.length);
  add(ms: number): void {
    this.#count += 1;
    this.#sum += ms;
    const step = STEPS.findIndex((end) => ms <= end);
    const at = step === -1 ? STEPS.length - 1 : step;
    this.#steps[at] = (this.#steps[at] ?? 0) + 1;
  }
  #percentile(share: number): number {
    let seen = 0;
    for (const [step, count] of this.#steps.entries()) {
      seen += count;
      if (seen >= share * this.#count) return STEPS[step] ?? 0;
    }
    return 0;
  }
  shown(): MetricsShown['routes'][string] {
    const mean = this.#count === 0 ? 0 : this.#sum / this.#count;
    return { count: this.#count, mean_ms: mean, p50_ms: this.#percentile(0.5), p99_ms: this.#percentile(0.99) };
  }
}

export type Measures = {
  readonly answered: (route: string, status: number, ms: number) => void;
  readonly event: (name: string) => void;
  readonly stream: (opened: boolean) => void;
  readonly shown: () => Pick<MetricsShown, 'up_seconds' | 'memory_mb' | 'loop_delay_ms' | 'open_streams' | 'answers' | 'routes' | 'events'>;
  readonly close: () => void;
};

const MB = 1_000_000;
const NS_IN_MS = 1_000_000;
const MINUTE = 60_000;

export function createMeasures(): Measures {
  const started = performance.now();
  const routes = new Map<string, Times>();
  const answers = new Map<string, number>();
  const events = new Map<string, number>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const fresh = setInterval(() => delay.reset(), MINUTE).unref();
  let streams = 0;
  const one = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    answered(route, status, ms) {
      one(answers, `${Math.floor(status / 100)}xx`);
      const times = routes.get(route) ?? new Times();
      routes.set(route, times);
      times.add(ms);
    },
    event: (name) => one(events, name),
    stream: (opened) => void (streams += opened ? 1 : -1),
    shown: () => {
      const memory = process.memoryUsage();
      return {
        up_seconds: (performance.now() - started) / 1000,
        memory_mb: { resident: memory.rss / MB, heap: memory.heapUsed / MB },
        loop_delay_ms: { p99: (delay.percentile(99) || 0) / NS_IN_MS, most: delay.count === 0 ? 0 : delay.max / NS_IN_MS },
        open_streams: streams,
        answers: Object.fromEntries(answers),
        routes: Object.fromEntries([...routes].map(([name, times]) => [name, times.shown()])),
        events: Object.fromEntries(events),
      };
    },
    close: () => {
      clearInterval(fresh);
      delay.disable();
    },
  };
}

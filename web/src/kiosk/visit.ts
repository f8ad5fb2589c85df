/** The machine with its clock: holds the state, ticks once a second, tells whoever watches. */
import { type Event, type Kiosk, next, start } from "./machine";

const TICK_MS = 1_000;

type Untimed<E> = E extends { readonly now: number } ? Omit<E, "now"> : E;
/** An event as the screens send it: the time is added here. */
export type Happening = Untimed<Event>;

export class Visit {
  #kiosk: Kiosk;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #watchers = new Set<(kiosk: Kiosk, before: Kiosk) => void>();

  /** `now` gives monotonic milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.#kiosk = start(now());
  }

  get kiosk(): Kiosk {
    return this.#kiosk;
  }

  /** Starts ticking; the returned function stops it. */
  run(): () => void {
    this.#timer ??= setInterval(() => this.send({ type: "tick" }), TICK_MS);
    return () => {
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  send(happening: Happening): void {
    const before = this.#kiosk;
    this.#kiosk = next(before, { ...happening, now: this.now() } as Event);
    if (this.#kiosk === before) return;
    for (const tell of this.#watchers) tell(this.#kiosk, before);
  }

  /** Calls `tell` after each change; the returned function ends that. */
  watch(tell: (kiosk: Kiosk, before: Kiosk) => void): () => void {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  }
}

/** Asks the guide whether it answers again, ever more rarely, until it does. */
import { within } from "../core/patience";

/** Waits between two questions, in ms; the last one repeats. */
export const WAITS_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const PATIENCE_MS = 5_000;

/**
 * True when `GET /webhooks/web/health` says that a message would be answered; a 503 says that it would not.
 * Not `/health`: a proxy before the guide keeps that one from the world.
 */
export async function answers(base: string, get: typeof fetch = fetch): Promise<boolean> {
  try {
    const address = new URL("webhooks/web/health", base);
    const reply = await within(PATIENCE_MS, (signal) => get(address, { cache: "no-store", signal }));
    return reply.ok;
  } catch {
    return false;
  }
}

export class Probe {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  /** `ask` is one question; `back` is called once, when it was answered with yes. */
  constructor(
    private readonly ask: () => Promise<boolean>,
    private readonly back: () => void,
  ) {}

  /** Begins to ask; does nothing when it is asking already. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#wait(0);
  }

  /** Asks at once instead of after the wait (the browser says that the network is there again). */
  hurry(): void {
    if (!this.#running) return;
    clearTimeout(this.#timer);
    void this.#try(0);
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  #wait(step: number): void {
    clearTimeout(this.#timer);
    const wait = WAITS_MS[Math.min(step, WAITS_MS.length - 1)];
    this.#timer = setTimeout(() => void this.#try(step + 1), wait);
  }

  async #try(step: number): Promise<void> {
    const answered = await this.ask();
    if (!this.#running) return;
    if (!answered) return this.#wait(step);
    this.#running = false;
    this.back();
  }
}

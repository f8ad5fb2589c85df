/** Whether the guide answers: told by failures and by the browser, made sure by asking it. */
import { Probe, answers } from "./probe";

export class Connection {
  readonly #probe: Probe;
  #asking: Promise<boolean> | undefined;

  /**
   * `tell` hears of each loss and of each return.
   * `ask` is one question to the guide: does it answer?
   */
  constructor(
    private readonly tell: (online: boolean) => void,
    private readonly ask: () => Promise<boolean>,
  ) {
    this.#probe = new Probe(ask, () => tell(true));
  }

  /** A connection that asks the guide under `base`. */
  static to(base: string, tell: (online: boolean) => void): Connection {
    return new Connection(tell, () => answers(base));
  }

  /** The network is gone for certain. */
  lost(): void {
    this.tell(false);
    this.#probe.start();
  }

  /** Something failed, or it is time to look: resolves to whether the guide answers. */
  async doubt(): Promise<boolean> {
    this.#asking ??= this.ask().finally(() => (this.#asking = undefined));
    const answered = await this.#asking;
    if (!answered) this.lost();
    return answered;
  }

  /** The browser sees a network again; whether the guide is behind it is for the guide to say. */
  maybeBack(): void {
    this.#probe.hurry();
  }

  stop(): void {
    this.#probe.stop();
  }

  /** Listens to the browser's own events; the returned function ends that and the asking. */
  listen(browser: Window): () => void {
    const lost = (): void => this.lost();
    const back = (): void => this.maybeBack();
    browser.addEventListener("offline", lost);
    browser.addEventListener("online", back);
    return () => {
      browser.removeEventListener("offline", lost);
      browser.removeEventListener("online", back);
      this.stop();
    };
  }
}

/** Carries a talk on: asks one question after another and writes what happens into the store. */
import { type Guide, newId } from "../core/api";
import { GuideError } from "../core/errors";
import type { TalkStore } from "../core/store";
import { type Asked, type Turn, added, again, answered, begun, failed, questionOf, replaced, withPart } from "../core/talk";
import type { ErrorCode, Pack, PackAnswer } from "../core/types";

/** What a conversation tells whoever shows it. */
export interface Listener {
  /** Something of the talk has changed. */
  changed(): void;
  /** The server asks to wait so many seconds; 0 when the wait is over. */
  waits(seconds: number, code: ErrorCode): void;
  pending(is: boolean): void;
  answered(turn: Turn): void;
  failed(code: ErrorCode): void;
}

export class Conversation {
  #queue: Promise<void> = Promise.resolve();
  #leaving = new AbortController();
  #asking = 0;

  constructor(
    private readonly guide: Guide,
    private readonly store: TalkStore,
    private readonly listener: Listener,
  ) {}

  get turns(): readonly Turn[] {
    return this.store.talk.turns;
  }

  /** Asks; a question asked while another is under way waits for its turn. `form`: code of the interface's form. */
  ask(asked: Asked, form: string): void {
    const turn = begun(newId(), asked, form);
    this.#write(added(this.turns, turn));
    this.#enqueue(turn);
  }

  /** Sends a failed question again, as the same question. */
  retry(turn: Turn): void {
    const fresh = again(turn);
    this.#write(replaced(this.turns, fresh));
    this.#enqueue(fresh);
  }

  /** Goes on with what was under way when the page was left; the server knows the questions by their ids. */
  resume(): void {
    for (const turn of this.turns) if (turn.state === "pending") this.retry(turn);
  }

  /** Adds a turn whose answer is known already. */
  tell(title: string, answer: PackAnswer, pack: Pack): void {
    const { messages, as_of, ...rest } = answer;
    const { language, script, code } = pack.form;
    const turn: Turn = {
      ...begun(newId(), { button: "", title }, code),
      texts: messages,
      answer: { ...rest, language, script, topics: [] },
      state: "answered",
      asOf: as_of,
    };
    this.#write(added(this.turns, turn));
    this.listener.answered(turn);
  }

  /** Forgets everything that was said, and the session. */
  forget(): void {
    this.leave();
    this.store.forget();
    this.listener.changed();
  }

  /** Stops listening; what is under way stays pending in the store. */
  leave(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#queue = Promise.resolve();
    if (this.#asking > 0) this.listener.pending(false);
    this.#asking = 0;
  }

  #enqueue(turn: Turn): void {
    const { signal } = this.#leaving;
    if (this.#asking++ === 0) this.listener.pending(true);
    this.#queue = this.#queue.then(async () => {
      if (signal.aborted) return;
      await this.#run(turn, signal);
      if (!signal.aborted && --this.#asking === 0) this.listener.pending(false);
    });
  }

  async #run(first: Turn, signal: AbortSignal): Promise<void> {
    let turn = first;
    const show = (next: Turn): void => {
      turn = next;
      this.#write(replaced(this.turns, turn));
    };
    try {
      const waits = (seconds: number, code: ErrorCode): void => this.listener.waits(seconds, code);
      for await (const part of this.guide.ask(questionOf(turn), { form: turn.form, signal, waits })) {
        if (signal.aborted) return;
        show(withPart(turn, part));
      }
      show(answered(turn));
      this.listener.answered(turn);
    } catch (trouble) {
      if (signal.aborted) return;
      // Anything else than a GuideError would be a reply that cannot be read.
      const { code, retryAfter } = trouble instanceof GuideError ? trouble : new GuideError("cut");
      show(failed(turn, code, retryAfter ?? null));
      this.listener.failed(code);
    }
  }

  #write(turns: readonly Turn[]): void {
    this.store.update({ turns });
    this.listener.changed();
  }
}

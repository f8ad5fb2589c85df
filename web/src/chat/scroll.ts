/** Scrolls a log so that a new answer is read from its beginning, and leaves alone whoever reads further up. */

/** Space, in px, kept above what is brought into view. */
const MARGIN = 12;
/** How far, in px, somebody may be above the place he was brought to and still be following. */
const SLACK = 4;

/** What is known of a log's scroller and its last turn, in px from the content's top. */
export interface Layout {
  readonly top: number;
  readonly height: number;
  readonly content: number;
  /** Where the last question begins. */
  readonly question: number;
  /** Where its answer begins; undefined before there is one. */
  readonly answer: number | undefined;
}

/**
 * Where to scroll to: as far down as there is something new, but never past the beginning of the last turn.
 * Beside a question that fills half the view, it is the answer's beginning that counts.
 */
export function target({ height, content, question, answer }: Layout): number {
  const start = answer !== undefined && answer - question > height / 2 ? answer : question;
  return Math.max(0, Math.min(content - height, start - MARGIN));
}

export class Follower {
  #following = true;
  #meant = false;
  #before = 0;

  /** `changed` is told when the visitor leaves the newest turn or comes back to it. */
  constructor(private readonly changed: (following: boolean) => void) {}

  get following(): boolean {
    return this.#following;
  }

  /** The visitor used a wheel, a finger or a key: a move upwards may be his. Without that, it is content gone. */
  touched(): void {
    this.#meant = true;
  }

  /** A scroll event: `top` px are above the view, `bottom` px below it. */
  scrolled(top: number, bottom: number): void {
    if (this.#meant && top < this.#before - SLACK && bottom > SLACK) this.#set(false);
    if (bottom <= SLACK) this.#set(true);
    this.#before = top;
  }

  /** Goes along again, as after a question of the visitor's own. */
  resume(): void {
    this.#meant = false;
    this.#set(true);
  }

  /** Where to scroll to now; undefined when nothing has to move. */
  next(layout: Layout): number | undefined {
    const place = target(layout);
    return this.#following && place > layout.top + 1 ? place : undefined;
  }

  #set(following: boolean): void {
    if (following === this.#following) return;
    this.#following = following;
    this.changed(following);
  }
}

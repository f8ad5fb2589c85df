/** A talk as a value: what was asked, what was answered, and how it changes with every part of a reply. */
import type { AnswerPart, Button, ErrorCode, Question, ReplyPart } from "./types";

/** The most turns that are kept; older ones are forgotten. */
export const MOST_TURNS = 40;

/** What the visitor did: wrote something, or pressed a button that had a title. */
export type Asked = { readonly text: string } | { readonly button: string; readonly title: string };

export interface Turn {
  /** The question's id: the same however often it is sent. */
  readonly id: string;
  readonly asked: Asked;
  /** Code of the form the interface had when it was asked. */
  readonly form: string;
  readonly texts: readonly string[];
  readonly buttons: readonly Button[];
  readonly answer: Omit<AnswerPart, "type"> | null;
  readonly state: "pending" | "answered" | "failed";
  readonly error: ErrorCode | null;
  /** Whole seconds after which the server would have it again; null when it did not say. */
  readonly retryAfter: number | null;
  /** The day that an answer kept on the device is of, ISO 8601; null for an answer that has just been given. */
  readonly asOf: string | null;
}

export function begun(id: string, asked: Asked, form: string): Turn {
  return { id, asked, form, texts: [], buttons: [], answer: null, state: "pending", error: null, retryAfter: null, asOf: null };
}

/** The turn as it is when it is asked once more: nothing of a broken reply is left. */
export function again(turn: Turn): Turn {
  return begun(turn.id, turn.asked, turn.form);
}

export function withPart(turn: Turn, part: Exclude<ReplyPart, { type: "end" }>): Turn {
  switch (part.type) {
    case "text":
      return { ...turn, texts: [...turn.texts, part.text] };
    case "buttons":
      return { ...turn, buttons: part.buttons };
    case "answer": {
      const { type: _, ...answer } = part;
      return { ...turn, answer };
    }
  }
}

export function answered(turn: Turn): Turn {
  return { ...turn, state: "answered" };
}

export function failed(turn: Turn, error: ErrorCode, retryAfter: number | null = null): Turn {
  return { ...turn, state: "failed", error, retryAfter };
}

/** What is sent for a turn. */
export function questionOf({ id, asked }: Turn): Question {
  return "text" in asked ? { id, text: asked.text } : { id, button: asked.button };
}

/** The turns with one replaced; the same turns when it is not among them any more. */
export function replaced(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  return turns.map((old) => (old.id === turn.id ? turn : old));
}

export function added(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  return [...turns, turn].slice(-MOST_TURNS);
}

/** Code of the form of the last answer that was given; null before there was one. */
export function spokenForm(turns: readonly Turn[]): string | null {
  const answer = turns.filter((turn) => turn.answer !== null).at(-1)?.answer;
  return answer ? `${answer.language}-${answer.script}` : null;
}

/** What travels between the guide's server and its faces. The shapes are the server's; nothing here has behaviour. */

export type Direction = "ltr" | "rtl";

/** A written form of languages.yml. */
export interface Form {
  /** "kk-Arab": language and ISO 15924 script. */
  readonly code: string;
  readonly language: string;
  readonly script: string;
  readonly direction: Direction;
  /** The form's name in itself: "قازاقشا". */
  readonly own_name: string;
  /** BCP 47 tag for `lang=`. */
  readonly tag: string;
}

/** How well a fact is known. */
export type Status = "confirmed" | "reported" | "planned" | "unconfirmed" | "unknown";

export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  /** A day, month or year of publication as ISO 8601 ("2026-01-16", "2025"), or null when nobody knows. */
  readonly date: string | null;
}

export interface Button {
  /** What is sent when it is pressed: "ask:duty_free". */
  readonly id: string;
  readonly title: string;
}

/** An answer as a pack holds it: what the guide says when the topic is asked and nothing else is known. */
export interface PackAnswer {
  readonly messages: readonly string[];
  readonly status: Status;
  readonly facts: readonly string[];
  readonly sources: readonly Source[];
  /** The day on which the facts were last looked at, ISO 8601. */
  readonly as_of: string | null;
}

export interface PackTopic {
  readonly id: string;
  readonly title: string;
  /** The button's id that asks it. */
  readonly button: string;
  readonly answer: PackAnswer;
}

/** The keys of a pack's `words`, for both faces and the page around them. */
export type WordKey =
  // both faces
  | "greeting" | "title" | "open" | "close" | "language" | "choose_language" | "question_label" | "question_placeholder"
  | "send" | "sending" | "typing" | "thinking_long" | "retry" | "not_sent" | "clear" | "cleared" | "topics_label"
  | "buttons_label" | "you" | "guide" | "sources_label" | "source_date" | "as_of" | "no_date" | "log_label"
  | "skip_to_question" | "new_answer" | "characters_left" | "welcome_note"
  // the tablet
  | "start" | "touch_to_start" | "all_topics" | "back" | "finish" | "finished" | "call_desk" | "call_desk_text"
  | "text_size" | "text_normal" | "text_large" | "contrast" | "contrast_normal" | "contrast_high" | "type_question"
  | "idle_title" | "idle_text" | "idle_continue" | "idle_finish" | "offline_banner" | "offline_typing" | "back_online"
  | "to_phone" | "to_phone_text" | "or_address" | "read_aloud" | "stop_reading"
  // the page
  | "page_title" | "page_intro" | "page_about" | "frame_title";

/** Error codes: the server's, and three that only the client can see. */
export type ErrorCode =
  | "bad_request" | "session_missing" | "session_invalid" | "session_expired" | "origin_not_allowed" | "not_found"
  | "method_not_allowed" | "button_not_offered" | "too_large" | "not_json" | "text_too_long" | "rate_limited"
  | "unavailable"
  /** No connection was made. */
  | "offline"
  /** Not a byte for 35 s. */
  | "timeout"
  /** The reply ended without its end mark. */
  | "cut";

/** How a form writes dates: patterns with `{year}` and `{day}`, January first. */
export interface DatePatterns {
  readonly days: readonly string[];
  readonly months: readonly string[];
}

/** All that a face needs to speak one written form: `GET /pack/<form>.json`. */
export interface Pack {
  /** Hash of everything else in the pack: 12 hex digits. */
  readonly version: string;
  /** When it was made, ISO 8601 with zone. */
  readonly made: string;
  readonly form: Form;
  /** All forms, in the order of languages.yml. */
  readonly forms: readonly Form[];
  readonly words: Readonly<Record<WordKey, string>>;
  /** What this guide is for, by form code: one line each, in the main form of each language. */
  readonly purpose: Readonly<Record<string, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly errors: Readonly<Record<ErrorCode, string>>;
  readonly dates: DatePatterns;
  readonly topics: readonly PackTopic[];
}

/** Where a face stands: on a visitor's own screen, or at the information desk. */
export type Place = "web" | "kiosk";

/** A question as it is sent. The same `id` again is the same question, asked once. */
export type Question = { readonly id: string } & ({ readonly text: string } | { readonly button: string });

export interface TextPart {
  readonly type: "text";
  readonly text: string;
}

export interface ButtonsPart {
  readonly type: "buttons";
  readonly buttons: readonly Button[];
}

/** Where an answer comes from; exactly one in a reply. */
export interface AnswerPart {
  readonly type: "answer";
  readonly language: string;
  readonly script: string;
  readonly topics: readonly string[];
  readonly facts: readonly string[];
  readonly status: Status;
  readonly sources: readonly Source[];
}

export interface EndPart {
  readonly type: "end";
  readonly ok: boolean;
}

/** One line of the reply's stream. */
export type ReplyPart = TextPart | ButtonsPart | AnswerPart | EndPart;

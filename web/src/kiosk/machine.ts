/**
 * What the tablet shows and when a visit ends: a pure function from a state and an event to the next state.
 *
 * Times are milliseconds of one monotonic clock, carried by the events that need them. Nothing here reads a clock,
 * a document or the network, so every rule of the tablet can be tested as a table.
 */

/** Quiet time, in ms, after which the visitor is asked whether he is still there. */
export const IDLE_MS = 75_000;
/** How long, in ms, that question stands before the visit ends by itself. */
export const COUNTDOWN_MS = 20_000;
/** How long, in ms, "back online" stays in sight. */
export const NOTICE_MS = 8_000;

export type Screen = "attract" | "topics" | "chat" | "finished";
export type Panel = "desk" | "phone" | "language";
export type TextSize = "normal" | "large";
export type Contrast = "normal" | "high";

export interface Kiosk {
  readonly screen: Screen;
  /** Code of the written form chosen; null on the attract screen. */
  readonly form: string | null;
  readonly panel: Panel | null;
  readonly text: TextSize;
  readonly contrast: Contrast;
  /** An answer is on its way: no idle question, whatever the clock says. */
  readonly pending: boolean;
  readonly online: boolean;
  /** When the connection came back; null when there is nothing to say about it. */
  readonly backSince: number | null;
  /** The last time somebody touched the screen or a key, or an answer arrived. */
  readonly quietSince: number;
  /** Whole seconds left of the idle question; null when it is not asked. */
  readonly secondsLeft: number | null;
  /** A new version of the page is installed and waits for its turn. */
  readonly updateWaits: boolean;
}

export type Event =
  | { readonly type: "language"; readonly form: string; readonly now: number }
  | { readonly type: "topic"; readonly now: number }
  | { readonly type: "typing"; readonly now: number }
  | { readonly type: "topics"; readonly now: number }
  | { readonly type: "open"; readonly panel: Panel; readonly now: number }
  | { readonly type: "close"; readonly now: number }
  | { readonly type: "text" }
  | { readonly type: "contrast" }
  | { readonly type: "touched"; readonly now: number }
  | { readonly type: "continue"; readonly now: number }
  | { readonly type: "pending"; readonly is: boolean; readonly now: number }
  | { readonly type: "tick"; readonly now: number }
  | { readonly type: "network"; readonly online: boolean; readonly now: number }
  | { readonly type: "update" }
  | { readonly type: "finish" };

/** The tablet as it stands when its page has just been loaded. */
export function start(now: number): Kiosk {
  return {
    screen: "attract",
    form: null,
    panel: null,
    text: "normal",
    contrast: "normal",
    pending: false,
    online: true,
    backSince: null,
    quietSince: now,
    secondsLeft: null,
    updateWaits: false,
  };
}

/** The next state. A finished visit has none: only a new page begins another. */
export function next(kiosk: Kiosk, event: Event): Kiosk {
  if (kiosk.screen === "finished") return kiosk;
  switch (event.type) {
    case "language":
      return choose(kiosk, event.form, event.now);
    case "topic":
    case "typing":
      return go(kiosk, "chat", event.now);
    case "topics":
      return go(kiosk, "topics", event.now);
    case "open":
      return { ...awake(kiosk, event.now), panel: event.panel };
    case "close":
      return { ...awake(kiosk, event.now), panel: null };
    case "text":
      return { ...kiosk, text: kiosk.text === "normal" ? "large" : "normal" };
    case "contrast":
      return { ...kiosk, contrast: kiosk.contrast === "normal" ? "high" : "normal" };
    case "touched":
      // Under the idle question a stray touch decides nothing: its two buttons do.
      return kiosk.secondsLeft === null ? awake(kiosk, event.now) : kiosk;
    case "continue":
      return awake(kiosk, event.now);
    case "pending":
      return { ...awake(kiosk, event.now), pending: event.is };
    case "tick":
      return settle(fade(kiosk, event.now), event.now);
    case "network":
      return connect(kiosk, event.online, event.now);
    case "update":
      return { ...kiosk, updateWaits: true };
    case "finish":
      return finished(kiosk);
  }
}

/** Whether a waiting version may take over now: only where it takes nothing away from anybody. */
export function mayUpdate(kiosk: Kiosk): boolean {
  return kiosk.updateWaits && kiosk.screen === "attract" && kiosk.panel === null;
}

/** Whether facts may be fetched anew: the same moment, for the same reason. */
export function mayRefresh(kiosk: Kiosk): boolean {
  return kiosk.screen === "attract";
}

/** What the operator's page is told of the screen. */
export function screenName(kiosk: Kiosk): "attract" | "topics" | "chat" | "offline" {
  if (!kiosk.online) return "offline";
  return kiosk.screen === "finished" ? "attract" : kiosk.screen;
}

function awake(kiosk: Kiosk, now: number): Kiosk {
  return { ...kiosk, quietSince: now, secondsLeft: null };
}

function choose(kiosk: Kiosk, form: string, now: number): Kiosk {
  const screen = kiosk.screen === "attract" ? "topics" : kiosk.screen;
  return { ...awake(kiosk, now), screen, form, panel: null };
}

function go(kiosk: Kiosk, screen: Screen, now: number): Kiosk {
  return kiosk.form === null ? kiosk : { ...awake(kiosk, now), screen, panel: null };
}

function fade(kiosk: Kiosk, now: number): Kiosk {
  const over = kiosk.backSince !== null && now - kiosk.backSince >= NOTICE_MS;
  return over ? { ...kiosk, backSince: null } : kiosk;
}

/** Quiet time decides: nothing, the question with its seconds, or the end (also after the tablet has slept). */
function settle(kiosk: Kiosk, now: number): Kiosk {
  const quiet = now - kiosk.quietSince;
  if (kiosk.pending || quiet < IDLE_MS) return kiosk;
  if (kiosk.screen === "attract") return kiosk.panel === null ? kiosk : { ...kiosk, panel: null };
  const left = IDLE_MS + COUNTDOWN_MS - quiet;
  return left <= 0 ? finished(kiosk) : { ...kiosk, secondsLeft: Math.ceil(left / 1000) };
}

function connect(kiosk: Kiosk, online: boolean, now: number): Kiosk {
  if (online === kiosk.online) return kiosk;
  return { ...kiosk, online, backSince: online ? now : null };
}

function finished(kiosk: Kiosk): Kiosk {
  return kiosk.screen === "attract"
    ? { ...kiosk, panel: null }
    : { ...kiosk, screen: "finished", panel: null, pending: false, secondsLeft: null };
}

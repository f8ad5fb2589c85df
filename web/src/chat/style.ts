/** The look of the conversation. Sizes are in em of the host, so that the host's text size rules everything. */
import { css } from "lit";
import { base } from "../style/base";

const layout = css`
  :host {
    display: block;
    min-height: 0;
    color: var(--hg-ink);
    background: var(--hg-surface);
    font-family: var(--hg-font);
    line-height: 1.5;
  }
  .chat {
    container-type: size;
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .talk {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  /* Positioned, so that what is only read out scrolls with the rest and does not stretch the page. */
  .log {
    position: relative;
    height: 100%;
    padding: 1.25em 1.25em 3em;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding-block: 1em 3.5em;
  }
  .log:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--hg-focus-gap);
  }
  /* What lies over the end of the log: the log's own padding leaves the room. */
  .over {
    position: absolute;
    inset: auto 0 0;
    pointer-events: none;
  }
  .over > * {
    pointer-events: auto;
  }
`;

const messages = css`
  .message {
    max-width: 62ch;
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  .text {
    overflow-wrap: anywhere;
    hyphens: none;
  }
  .text p,
  .text li {
    unicode-bidi: plaintext;
    text-align: start;
  }
  .text p + p,
  .text p + ul,
  .text p + ol,
  .text ul + p,
  .text ol + p,
  .text + .text {
    margin-block-start: 0.5em;
  }
  .text ul,
  .text ol {
    padding-inline-start: 1.4em;
  }
  .text ul {
    list-style: disc;
  }
  .text li + li {
    margin-block-start: 0.25em;
  }
  .text code {
    font-size: 0.92em;
  }
  .guide {
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--hg-accent);
  }
  .visitor {
    width: fit-content;
    max-width: min(85%, 62ch);
    margin-inline-start: auto;
    padding: 0.55em 0.85em;
    border-radius: var(--hg-radius);
    background: var(--hg-accent-soft);
  }
  .visitor .text {
    white-space: break-spaces;
  }
  .text:lang(kk-Arab) {
    line-height: 1.9;
  }
  /* Naskh is small for its size; where the whole chat is in it, the host has seen to that. */
  .chat:not(:lang(kk-Arab)) .text:lang(kk-Arab) {
    font-size: 1.125em;
  }
  .turn {
    margin-block-start: 1.5em;
  }
  .turn > * + * {
    margin-block-start: 1em;
  }
  .note {
    margin-block-start: 0.6em;
    color: var(--hg-muted);
    font-size: 0.875em;
  }
  .topics-label {
    margin-block: 1.4em 0.6em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--hg-muted);
  }
  a {
    color: var(--hg-accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
`;

const provenance = css`
  .provenance {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    margin-block-start: 0.5em;
    color: var(--hg-muted);
    font-size: 0.875em;
    line-height: 1.45;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    margin-block: 0.3em;
    padding-block: 0.15em;
    padding-inline: 0.45em 0.65em;
    border: 1px solid var(--hg-line);
    border-radius: 4px;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
    color: var(--hg-ink);
    background: var(--hg-ground);
  }
  .badge .icon {
    width: 1.15em;
    height: 1.15em;
    stroke-width: 2;
  }
  .badge[data-status="confirmed"] {
    border-color: transparent;
    color: var(--hg-accent);
    background: var(--hg-accent-soft);
  }
  .badge[data-status="planned"],
  .badge[data-status="unconfirmed"] {
    border-color: transparent;
    color: var(--hg-warn-ink);
    background: var(--hg-warn-soft);
  }
  details[open] {
    flex-basis: 100%;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    min-height: var(--hg-target);
    padding-inline: 0.2em;
    border-radius: 4px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--hg-accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  summary .icon {
    width: 1.1em;
    height: 1.1em;
  }
  details[open] summary .icon {
    transform: rotate(180deg);
  }
  .sources li {
    overflow-wrap: anywhere;
  }
  .sources a,
  .sources > li > bdi {
    display: inline-flex;
    align-items: center;
    min-height: var(--hg-target);
  }
  .sources .icon {
    width: 1em;
    height: 1em;
    margin-inline-start: 0.3em;
  }
  [dir="rtl"] .sources .icon {
    transform: scaleX(-1);
  }
`;

const controls = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .choice,
  .retry,
  .new-answer {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: var(--hg-target);
    max-width: 100%;
    padding: 0.45em 0.95em;
    border: 1px solid var(--hg-accent);
    border-radius: var(--hg-radius-control);
    line-height: 1.3;
    text-align: start;
    overflow-wrap: anywhere;
    color: var(--hg-accent);
    background: var(--hg-surface);
  }
  .choice:hover,
  .retry:hover,
  .new-answer:hover {
    background: var(--hg-accent-soft);
  }
  .choices:lang(kk-Arab) .choice {
    line-height: 1.6;
  }
  .failure {
    max-width: 62ch;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--hg-error);
  }
  .failure strong {
    display: block;
    color: var(--hg-error);
  }
  .retry {
    margin-block-start: 0.6em;
  }
  .new-answer {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: 0;
    width: fit-content;
    margin: 0 auto 0.5em;
    border-color: var(--hg-accent);
    font-weight: 600;
    color: var(--hg-on-accent);
    background: var(--hg-accent);
  }
  .new-answer:hover {
    color: var(--hg-on-accent);
    background: var(--hg-accent);
    text-decoration: underline;
  }
  .status .line {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.5em;
    padding: 0.3em 1.25em;
    color: var(--hg-muted);
    background: var(--hg-surface);
    font-size: 0.9375em;
  }
  .dots {
    display: inline-flex;
    gap: 4px;
  }
  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--hg-accent);
    animation: beat 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes beat {
    0%,
    60%,
    100% {
      opacity: 0.25;
    }
    30% {
      opacity: 1;
    }
  }
`;

const writing = css`
  .composer,
  .no-typing {
    padding: 0.75em 1.25em 0.9em;
    border-block-start: 1px solid var(--hg-line);
    background: var(--hg-surface);
  }
  .no-typing {
    color: var(--hg-muted);
  }
  label {
    display: block;
    margin-block-end: 0.3em;
    font-size: 0.875em;
    font-weight: 600;
  }
  .row {
    display: flex;
    align-items: flex-end;
    gap: 0.5em;
  }
  /* The hidden copy of the text is what gives the field its height: one to four lines. */
  .grow {
    flex: 1;
    display: grid;
    min-width: 0;
    --block: max(9px, (var(--hg-target) - 1.5em - 2px) / 2);
    max-height: calc(6em + 2px + 2 * var(--block));
    overflow: hidden;
  }
  .grow::after {
    content: attr(data-text) " ";
    visibility: hidden;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  textarea,
  .grow::after {
    grid-area: 1 / 1;
    width: 100%;
    min-height: var(--hg-target);
    max-height: calc(6em + 2px + 2 * var(--block));
    padding: var(--block) 12px;
    border: 1px solid var(--hg-control-line);
    border-radius: var(--hg-radius-control);
    line-height: 1.5;
  }
  textarea {
    resize: none;
    overflow-y: auto;
    background: var(--hg-surface);
    text-align: start;
  }
  textarea::placeholder {
    color: var(--hg-muted);
    opacity: 1;
  }
  textarea:focus-visible {
    outline-offset: -2px;
    box-shadow: inset 0 0 0 3px var(--hg-focus-gap);
  }
  textarea[aria-invalid="true"] {
    border-color: var(--hg-error);
  }
  .send {
    flex: none;
    display: grid;
    place-items: center;
    width: max(var(--hg-target), 2.75em);
    height: max(var(--hg-target), 2.75em);
    padding: 0;
    border: 0;
    border-radius: var(--hg-radius-control);
    color: var(--hg-on-accent);
    background: var(--hg-accent);
  }
  .send .icon {
    width: 1.5em;
    height: 1.5em;
  }
  .left {
    font-size: 0.8125em;
    color: var(--hg-muted);
    text-align: end;
    margin-block-start: 0.3em;
  }
  .over-long {
    color: var(--hg-error);
    font-weight: 600;
  }
`;

/** Large text on a small screen: what is read needs the room more than what is around it. */
const cramped = css`
  @container (max-height: 22em) {
    .log {
      padding-block: 0.6em 2.6em;
    }
    .composer {
      padding-block: 0.5em;
    }
    .composer label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 16em) {
    .log,
    .composer {
      padding-inline: 0.6em;
    }
    .guide {
      padding-inline-start: 0.6em;
    }
    .visitor {
      max-width: 100%;
    }
  }
`;

const forced = css`
  @media (forced-colors: active) {
    .visitor,
    .badge {
      border: 1px solid CanvasText !important;
    }
    .send,
    .new-answer {
      border: 1px solid ButtonText;
    }
    .dots i {
      background: CanvasText;
    }
    :focus-visible {
      outline-color: Highlight;
      box-shadow: none !important;
    }
  }
`;

export const chatStyle = [base, layout, messages, provenance, controls, writing, cramped, forced];

/** The look of the launcher and of the panel around the conversation. */
import { css } from "lit";
import { base } from "../style/base";
import { tokens } from "../style/tokens";

const host = css`
  :host([hidden]) {
    display: none;
  }
  :host([alone]) {
    display: block;
    height: 100%;
    background: var(--hg-surface);
  }
  .root {
    /* What a page says of all its elements ends here: its rules reach the host, and are inherited. */
    all: initial;
    color-scheme: inherit;
    display: contents;
    /* A page may have shrunk its root's text; a visitor may have enlarged it. */
    --text: max(16px, 1rem);
    font: 400 var(--text) / 1.5 var(--hg-font);
    color: var(--hg-ink);
  }
  /* Naskh is small for its size. */
  .root:lang(kk-Arab) {
    font-size: calc(1.125 * var(--text));
    line-height: 1.7;
  }
`;

const launcher = css`
  .launcher {
    position: fixed;
    inset-block-end: max(1.25em, env(safe-area-inset-bottom));
    inset-inline-end: max(1.25em, env(safe-area-inset-right));
    z-index: var(--hg-z, 2147483000);
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 3.5em;
    max-width: calc(100vw - 2.5em);
    padding-block: 0.5em;
    padding-inline: 0.9em 1.15em;
    border: 1px solid var(--hg-on-accent);
    border-radius: var(--hg-radius);
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    color: var(--hg-on-accent);
    background: var(--hg-accent);
    box-shadow: 0 2px 12px rgb(20 36 44 / 22%);
  }
  .launcher:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .mark {
    flex: none;
    width: 1.75em;
    height: 1.75em;
    fill: currentColor;
  }
`;

const panel = css`
  .panel {
    container-type: size;
    display: flex;
    flex-direction: column;
    color: var(--hg-ink);
    background: var(--hg-surface);
  }
  :host(:not([alone])) .panel {
    position: fixed;
    inset-block-end: calc(max(1.25em, env(safe-area-inset-bottom)) + 4.25em);
    inset-inline-end: max(1.25em, env(safe-area-inset-right));
    z-index: var(--hg-z, 2147483000);
    width: min(25.5em, 100vw - 2.5em);
    height: min(42em, 100vh - 6.75em);
    height: min(42em, 100dvh - 6.75em);
    border: 1px solid var(--hg-line);
    border-radius: var(--hg-radius);
    overflow: hidden;
    box-shadow: 0 8px 32px rgb(20 36 44 / 18%);
  }
  :host([alone]) .panel {
    height: 100%;
    max-width: 56em;
    margin-inline: auto;
  }
  horgos-chat {
    flex: 1;
    font-size: inherit;
  }
  .head {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding: 0.5em 0.6em 0.35em 1.25em;
    padding-inline: 1.25em 0.6em;
    border-block-end: 1px solid var(--hg-line);
  }
  h2 {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  h2:focus-visible {
    outline-offset: 2px;
  }
  .tools {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-inline: -0.55em 0;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-width: var(--hg-target);
    min-height: var(--hg-target);
    padding: 0.25em 0.55em;
    border: 0;
    border-radius: var(--hg-radius-control);
    font-size: 0.9375em;
    line-height: 1.3;
    color: var(--hg-accent);
    background: transparent;
  }
  .tool:hover {
    background: var(--hg-accent-soft);
  }
  .tool.close {
    justify-content: center;
    color: var(--hg-ink);
  }
  .tool:focus-visible {
    outline-offset: -2px;
    box-shadow: inset 0 0 0 4px var(--hg-focus-gap);
  }
  .tool .icon:last-child:not(:only-child) {
    width: 1em;
    height: 1em;
  }
  .skip:focus {
    position: absolute;
    inset: 0.5em auto auto 0.75em;
    inset-inline-start: 0.75em;
    z-index: 3;
    min-height: var(--hg-target);
    padding: 0.4em 0.9em;
    border: 0;
    border-radius: var(--hg-radius-control);
    font-weight: 600;
    color: var(--hg-on-accent);
    background: var(--hg-accent);
  }
`;

const languages = css`
  .languages {
    position: absolute;
    inset-block-start: calc(100% - 0.15em);
    inset-inline-start: 0.6em;
    z-index: 2;
    width: min(17em, 100% - 1.2em);
    max-height: min(26em, 100vh - 12em);
    max-height: min(26em, 100dvh - 12em);
    padding: 0.6em 0.4em 0.4em;
    overflow-y: auto;
    border: 1px solid var(--hg-line);
    border-radius: var(--hg-radius);
    background: var(--hg-surface);
    box-shadow: 0 8px 32px rgb(20 36 44 / 18%);
  }
  .languages p {
    padding: 0 0.7em 0.35em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--hg-muted);
  }
  .languages button:lang(kk-Arab) {
    font-size: 1.125em;
  }
  .languages:lang(kk-Arab) button {
    font-size: 1em;
  }
  .languages button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    width: 100%;
    min-height: var(--hg-target);
    padding: 0.3em 0.7em;
    border: 0;
    border-radius: var(--hg-radius-control);
    line-height: 1.4;
    text-align: start;
    background: transparent;
  }
  .languages button:hover {
    background: var(--hg-accent-soft);
  }
  .languages button[aria-current] {
    font-weight: 600;
    color: var(--hg-accent);
  }
  .languages button:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--hg-focus-gap);
  }
`;

const small = css`
  @container (max-width: 16em) {
    .head {
      padding-inline: 0.6em 0.2em;
    }
    .tool.clear span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 479.98px), (max-height: 479.98px) {
    :host(:not([alone])) .panel {
      inset: 0;
      width: auto;
      height: 100vh;
      height: 100dvh;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
    :host([open]:not([alone])) .launcher {
      visibility: hidden;
    }
  }
  @media (forced-colors: active) {
    .launcher,
    :host(:not([alone])) .panel {
      border: 1px solid ButtonText;
    }
    .mark {
      fill: ButtonText;
    }
    .languages button[aria-current] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
  @media print {
    .launcher {
      display: none;
    }
  }
`;

export const guideStyle = [tokens, base, host, launcher, panel, languages, small];

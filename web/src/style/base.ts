/** What every element of the house has in common. */
import { css } from "lit";

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  button,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  [hidden] {
    display: none !important;
  }
  /* The ring is dark with a light gap by day: one of the two stands out against whatever lies behind. */
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--hg-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--hg-focus-gap);
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen:not(:focus):not(:active) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :lang(kk-Arab) {
    font-family: var(--hg-font-arab);
  }
  :lang(zh-Hans) {
    font-family: var(--hg-font-hans);
  }
  :lang(zh-Hant) {
    font-family: var(--hg-font-hant);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

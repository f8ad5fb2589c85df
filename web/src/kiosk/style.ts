/** The tablet's look. Sizes are in em of the host's text size, so that one switch enlarges everything. */
import { type CSSResult, css } from "lit";

const frame = css`
  :host {
    display: block;
    height: 100vh;
    height: 100dvh;
    overflow: hidden;
    font-size: 20px;
    line-height: 1.5;
    color: var(--hg-ink);
    background: var(--hg-ground);
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    -webkit-tap-highlight-color: transparent;
    overscroll-behavior: none;
    --hg-target: 56px;
  }
  :host([text="large"]) {
    font-size: 26px;
  }
  :host([contrast="high"]) {
    --hg-ink: #000000;
    --hg-muted: #000000;
    --hg-surface: #ffffff;
    --hg-ground: #ffffff;
    --hg-line: #000000;
    --hg-control-line: #000000;
    --hg-accent: #00313b;
    --hg-on-accent: #ffffff;
    --hg-accent-soft: #e6e6e6;
    --hg-warn-ink: #000000;
    --hg-warn-soft: #ffffff;
    --hg-error: #8a0000;
    --line: 2px;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .root {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
    font-family: var(--hg-font);
  }
  [lang$="Arab"] {
    font-family: var(--hg-font-arab);
  }
  [lang$="Hant"] {
    font-family: var(--hg-font-hant);
  }
  .root[data-script="Arab"] {
    font-size: 1.12em;
    line-height: 1.9;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    min-height: var(--hg-target);
    padding: 0.4em 1em;
    border: var(--line, 1px) solid var(--hg-control-line);
    border-radius: var(--hg-radius-control);
    font: inherit;
    line-height: 1.25;
    text-align: start;
    color: var(--hg-ink);
    background: var(--hg-surface);
    cursor: pointer;
    overflow-wrap: break-word;
  }
  button:active {
    background: var(--hg-accent-soft);
    border-color: var(--hg-accent);
  }
  button.main {
    border-color: var(--hg-accent);
    color: var(--hg-on-accent);
    background: var(--hg-accent);
    font-weight: 600;
  }
  :focus-visible {
    outline: 3px solid var(--hg-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--hg-focus-gap);
  }
  h1:focus {
    outline: none;
    box-shadow: none;
  }
  h1,
  h2 {
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .icon {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon path {
    vector-effect: non-scaling-stroke;
  }
  :host([contrast="high"]) .icon {
    stroke-width: 2.5px;
  }
  .mark {
    flex: none;
    width: 2.2em;
    height: 2.2em;
    fill: var(--hg-accent);
  }
  @media (forced-colors: active) {
    /* A colour set on an svg is kept as it is, and may be dark on the visitor's dark. */
    .icon.icon {
      color: CanvasText;
    }
    button .icon.icon {
      color: ButtonText;
    }
    .mark.mark {
      fill: CanvasText;
    }
  }
`;

const waiting = css`
  .attract {
    grid-row: 1 / -1;
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    min-height: 0;
    overflow-y: auto;
  }
  .purpose {
    display: flex;
    flex-direction: column;
    gap: 1.6em;
    padding: 2em 2.4em 2.4em;
    color: #ffffff;
    background: #0b5c6b;
  }
  :host([contrast="high"]) .purpose {
    background: #00313b;
  }
  .purpose .mark {
    width: 2.8em;
    height: 2.8em;
    margin-inline-start: -0.55em;
    fill: #ffffff;
  }
  .names {
    display: grid;
    align-content: center;
    flex: 1;
    gap: 1.1em;
    font-size: 1em;
    font-weight: 400;
    line-height: 1.4;
  }
  .name,
  .title,
  .line {
    display: block;
  }
  .title {
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.3;
  }
  .line {
    margin-top: 0.15em;
  }
  .name[lang^="zh"] {
    /* Broken at its comma rather than within a word. */
    word-break: keep-all;
  }
  @media (min-width: 800px) and (min-height: 800px) {
    .title {
      font-size: 1.5em;
    }
    .line {
      font-size: 1.1em;
    }
  }
  .desk {
    justify-content: flex-start;
    gap: 0.9em;
    color: #ffffff;
    background: transparent;
    border-color: #ffffff;
  }
  .desk:active {
    color: #0b5c6b;
    background: #ffffff;
  }
  .desk .each {
    display: grid;
    grid-template-columns: repeat(2, auto);
    justify-content: start;
    gap: 0.1em 1.6em;
    font-size: 0.9em;
  }
  .choice {
    display: grid;
    padding: 2.4em;
  }
  .choice .languages {
    display: grid;
    grid-auto-rows: minmax(60px, 1fr);
    align-self: center;
    height: 100%;
    max-height: 800px;
    gap: 14px;
  }
  .languages button {
    width: 100%;
    height: 100%;
    justify-content: flex-start;
    padding-inline: 1.2em;
    border-radius: var(--hg-radius);
    font-size: 1.5em;
    font-weight: 600;
  }
  .languages button[lang$="Arab"] {
    /* Naskh is lighter than Noto Sans of the same size, and hangs higher. */
    padding-block: 0.3em 0.1em;
    font-size: 1.65em;
    font-weight: 700;
    line-height: 1.2;
  }
  .languages button[aria-current="true"] {
    border: 2px solid var(--hg-accent);
    background: var(--hg-accent-soft);
  }
  @media (orientation: portrait) {
    .attract {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    .purpose {
      display: grid;
      grid-template: "mark desk" auto "names names" auto / auto 1fr;
      align-items: center;
      gap: 1.6em;
      padding: 1.6em 2em 1.8em;
    }
    .names {
      grid-area: names;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1.3em 1.6em;
    }
    .desk {
      grid-area: desk;
      justify-self: end;
    }
    .choice {
      padding: 1.6em 2em;
    }
  }
  @media (max-height: 799px) and (orientation: landscape) {
    .purpose,
    .choice {
      padding: 1.6em 2em;
    }
  }
`;

const inside = css`
  header {
    display: flex;
    align-items: stretch;
    gap: 0.5em 1em;
    padding: 0.6em 1.2em;
    border-bottom: var(--line, 1px) solid var(--hg-line);
    background: var(--hg-surface);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.7em;
    flex: 1 1 0;
    min-width: 8em;
    font-weight: 600;
    line-height: 1.25;
  }
  .tools {
    display: flex;
    gap: 0.3em;
  }
  .tool {
    flex-direction: column;
    justify-content: flex-start;
    gap: 0.3em;
    width: 8.4em;
    padding: 0.5em 0.2em;
    border-color: transparent;
    font-size: 0.75em;
    text-align: center;
    hyphens: auto;
  }
  .tool .icon {
    width: 1.8em;
    height: 1.8em;
    color: var(--hg-accent);
  }
  .finish {
    align-self: center;
    min-height: 64px;
    border-color: var(--hg-accent);
    color: var(--hg-accent);
    font-weight: 600;
  }
  [dir="rtl"] .icon[data-name="finish"],
  [dir="rtl"] .icon[data-name="port_crossing"] {
    transform: scaleX(-1);
  }
  .status {
    grid-row: 2;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 0.7em;
    padding: 0.6em 1.2em;
    border-bottom: var(--line, 1px) solid var(--hg-line);
    color: var(--hg-warn-ink);
    background: var(--hg-warn-soft);
    font-weight: 600;
    line-height: 1.35;
  }
  .banner.back {
    color: var(--hg-ink);
    background: var(--hg-accent-soft);
  }
  main.topics,
  main.talk {
    grid-row: 3;
    min-height: 0;
  }
  main.topics {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 1.1em;
    padding: 1.6em 1.8em 1.8em;
    overflow-y: auto;
  }
  .topics h1 {
    font-size: 1.6em;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    grid-auto-rows: minmax(min-content, 1fr);
    gap: 16px;
    max-height: 580px;
  }
  .tiles li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .tile {
    flex-direction: column;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.8em;
    min-height: 120px;
    padding: 1em;
    border-radius: var(--hg-radius);
    font-size: 1.15em;
    font-weight: 600;
    hyphens: auto;
  }
  .tile .icon {
    width: 2.2em;
    height: 2.2em;
    margin-inline-start: -0.2em;
    stroke-width: 2px;
    color: var(--hg-accent);
  }
  .tile.typing {
    border-color: var(--hg-accent);
    background: var(--hg-accent-soft);
  }
  .no-typing {
    display: flex;
    border: var(--line, 1px) dashed var(--hg-line);
    color: var(--hg-muted);
    font-size: 0.9em;
    font-weight: 400;
    line-height: 1.35;
  }
  .no-typing .icon {
    color: var(--hg-muted);
  }
  main.talk {
    overflow: clip;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    background: var(--hg-surface);
  }
  .talk horgos-desk-chat {
    /* Wider, the visitor's words and the guide's would stand too far apart. */
    justify-self: center;
    width: 100%;
    max-width: 44em;
    min-height: 0;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: 0.8em;
    padding: 0.7em 1.2em;
    border-bottom: var(--line, 1px) solid var(--hg-line);
    background: var(--hg-ground);
  }
  .ways .icon {
    color: var(--hg-accent);
  }
  @media (orientation: landscape) {
    /* Beside the talk: the height is for the answer and its buttons. */
    main.talk {
      grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
    }
    .ways {
      flex-direction: column;
      flex-wrap: nowrap;
      max-width: 14em;
      padding: 1.2em;
      border-bottom: 0;
      border-inline-end: var(--line, 1px) solid var(--hg-line);
    }
    .ways button {
      justify-content: flex-start;
    }
  }
  [hidden] {
    display: none !important;
  }
  .goodbye {
    grid-row: 1 / -1;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 1.2em;
    padding: 2em;
    text-align: center;
  }
  .goodbye h1 {
    max-width: 24em;
    font-size: 1.4em;
  }
  @media (orientation: portrait) {
    .tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      max-height: none;
    }
  }
  @media (orientation: portrait) and (max-height: 1100px) {
    :host(:not([text="large"])) .tile {
      flex-direction: row;
      align-items: center;
      justify-content: flex-start;
      gap: 1em;
      min-height: 96px;
    }
  }
  :host([text="large"]) .tiles {
    grid-template-columns: repeat(auto-fill, minmax(312px, 1fr));
    max-height: none;
  }
`;

/** The header in two rows, where one would be too narrow: whose guide and the way out above, the switches below. */
const twoRows = (host: CSSResult): CSSResult => css`
  ${host} header {
    flex-wrap: wrap;
  }
  ${host} .brand {
    order: -2;
  }
  ${host} .finish {
    order: -1;
  }
  ${host} .tools {
    flex: 1 0 100%;
  }
  ${host} .tool {
    flex: 1 1 0;
    width: auto;
  }
`;

const headers = css`
  ${twoRows(css`:host([text="large"])`)}
  @media (orientation: portrait), (max-width: 1100px) {
    ${twoRows(css`:host`)}
  }
`;

const dialogs = css`
  dialog {
    width: min(34em, calc(100vw - 3em));
    max-height: calc(100vh - 3em);
    max-height: calc(100dvh - 3em);
    margin: auto;
    padding: 0;
    border: var(--line, 1px) solid var(--hg-line);
    border-radius: var(--hg-radius);
    color: var(--hg-ink);
    background: var(--hg-surface);
    font-family: var(--hg-font);
    overflow-y: auto;
  }
  dialog::backdrop {
    background: rgb(10 24 30 / 60%);
  }
  .sheet {
    display: grid;
    gap: 1em;
    padding: 1.6em;
  }
  dialog h2 {
    font-size: 1.4em;
  }
  dialog h3 {
    font-size: 1em;
    font-weight: 600;
  }
  .each {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.1em 1.2em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8em;
    margin-top: 0.4em;
  }
  .buttons button {
    flex: 1 1 0;
    min-width: max-content;
  }
  dialog .languages {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  dialog .languages button {
    min-height: 72px;
    font-size: 1.2em;
  }
  .phone {
    display: flex;
    flex-wrap: wrap;
    gap: 1.4em;
    align-items: center;
  }
  .phone > div {
    flex: 1 1 11em;
  }
  .code {
    width: 13em;
    height: 13em;
    border: 1px solid var(--hg-line);
    border-radius: var(--hg-radius-control);
  }
  .or {
    margin-top: 0.8em;
    color: var(--hg-muted);
  }
  .address {
    font-weight: 600;
    overflow-wrap: anywhere;
    user-select: text;
  }
  .seconds {
    font-size: 3em;
    font-weight: 600;
    line-height: 1;
    font-variant-numeric: tabular-nums;
    color: var(--hg-accent);
  }
  .spoken,
  .talk h1,
  h2.several {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const kioskStyle = [frame, waiting, inside, headers, dialogs];

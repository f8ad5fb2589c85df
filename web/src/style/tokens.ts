/** The colours, sizes and type of the house, as CSS custom properties: the one place where they stand. */
import { css } from "lit";

/** The families of public/fonts for all four scripts; a browser fetches only the files whose letters it draws. */
const type = css`
  --hg-font: "Noto Sans", "Noto Naskh Arabic", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  --hg-font-hans: "Noto Sans SC", "Noto Sans", "Noto Naskh Arabic", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  --hg-font-hant: "Noto Sans TC", "Noto Sans", "Noto Naskh Arabic", "PingFang TC", "Microsoft JhengHei", system-ui, sans-serif;
  --hg-font-arab: "Noto Naskh Arabic", "Noto Sans", "Noto Sans SC", "Geeza Pro", system-ui, sans-serif;
  --hg-target: 44px;
  --hg-radius: 8px;
  --hg-radius-control: 6px;
`;

/**
 * Colours by day. `--hg-on-accent` is text on the accent, `--hg-focus`/`--hg-focus-gap` the two-coloured ring.
 * What the page's attributes say comes in by `--hg-accent-by-day` and `--hg-accent-by-night`: one colour cannot be read
 * on white and on the night's ground alike.
 */
export const lightColours = css`
  --hg-ink: #14242c;
  --hg-muted: #4c5c64;
  --hg-surface: #ffffff;
  --hg-ground: #f3f6f6;
  --hg-line: #c9d3d6;
  --hg-control-line: #7b8b92;
  --hg-accent: var(--hg-accent-by-day, #0b5c6b);
  --hg-on-accent: #ffffff;
  --hg-accent-soft: #e3f0f1;
  --hg-warn-ink: #7a4a00;
  --hg-warn-soft: #fdf1dc;
  --hg-error: #a3231f;
  --hg-focus: #14242c;
  --hg-focus-gap: #ffd75e;
`;

/** Colours by night. */
export const darkColours = css`
  --hg-ink: #eef3f4;
  --hg-muted: #b3c0c4;
  --hg-surface: #15222a;
  --hg-ground: #0e181e;
  --hg-line: #3a4b53;
  --hg-control-line: #7b8f97;
  --hg-accent: var(--hg-accent-by-night, #6cc5d1);
  --hg-on-accent: #06232a;
  --hg-accent-soft: #1d3a43;
  --hg-warn-ink: #ffcf86;
  --hg-warn-soft: #3a2c12;
  --hg-error: #ff9d97;
  --hg-focus: #ffffff;
  --hg-focus-gap: #14242c;
`;

/** Day only: for a screen that has its own contrast switch. */
export const lightTokens = css`
  :host {
    ${type}
    ${lightColours}
    color-scheme: light;
  }
`;

/** Day or night, as the visitor's device says. A page may set any of them on the element from outside. */
export const tokens = css`
  :host {
    ${type}
    ${lightColours}
    color-scheme: light dark;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      ${darkColours}
    }
  }
`;

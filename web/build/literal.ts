/** Writes the widget's script tag as the pages' readers are told to write it: Vite leaves a space where `vite-ignore` stood. */
import type { Plugin } from "vite";

export function literal(): Plugin {
  return {
    name: "horgos-literal",
    transformIndexHtml: { order: "post", handler: (html) => html.replaceAll("<script  type=", "<script type=") },
  };
}

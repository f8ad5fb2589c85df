/**
 * The oldest browsers that the faces work in, of spring 2022; docs/widget.md names them to operators.
 *
 * The builds turn newer grammar into theirs, and TypeScript knows no newer part of the language (`lib` of
 * tsconfig.json). Of the browsers' own parts nobody takes care but oldest.test.ts.
 */
export const OLDEST: string[] = ["chrome100", "edge100", "firefox100", "safari15.4"];

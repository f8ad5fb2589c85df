/** The entry of dist/widget.js. */
export {};

// @ts-check
// Makes an element: its name, its text and its class in, nothing of the page touched.

/** @type {(name: string, text: string, className?: string) => HTMLElement} */
export const element = (name, text, className = "") =>
  Object.assign(document.createElement(name), { textContent: text, className });

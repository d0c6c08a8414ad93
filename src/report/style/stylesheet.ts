import { blockStyles } from "./blocks.ts";
import { pageStyles } from "./page.ts";
import { printStyles } from "./print.ts";

/** All styles of a page. Colours are variables, so that light, dark and paper differ in one place each. */
export const stylesheet: string = [pageStyles, blockStyles, printStyles].join("");

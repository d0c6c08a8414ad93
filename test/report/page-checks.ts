/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** What is measured in a page in the browser. Each function runs there, so each stands alone. */

/** Texts that a reader can't see whole: beyond the page's width, or cut by the box that they stand in. */
export function cutTexts(): string[] {
  const width = document.documentElement.clientWidth;
  const cut: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const hasText = [...element.childNodes].some(
      (it) => it.nodeType === Node.TEXT_NODE && it.textContent?.trim() !== "",
    );
    if (!hasText || !element.checkVisibility({ visibilityProperty: true })) continue;
    // What only a screen reader reads is clipped to nothing on purpose.
    if (element.closest(".skip, .stacked thead, desc, svg > title")) continue;
    const box = element.getBoundingClientRect();
    const isCut = getComputedStyle(element).overflow !== "visible" && element.scrollWidth > element.clientWidth + 1;
    if (box.right > width + 1 || box.left < -1 || isCut) cut.push(element.textContent?.trim().slice(0, 60) ?? "");
  }
  return cut;
}

/** Pairs of texts that stand on one another: the boxes of their lines, less a pixel, overlap. */
export function overlaps(): string[] {
  const boxes: { text: string; node: Node; left: number; right: number; top: number; bottom: number }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (text === "" || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest("title, desc, style, .skip, .stacked thead")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // Boxes of lines are higher than their letters.
      const slack = (bottom - top) * 0.25;
      boxes.push({ text, node, left: left + 1, right: right - 1, top: top + slack, bottom: bottom - slack });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found: string[] = [];
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      if (b.top >= a.bottom) break;
      if (a.node !== b.node && a.left < b.right && b.left < a.right)
        found.push(`${a.text.slice(0, 40)} | ${b.text.slice(0, 40)}`);
    }
  }
  return found;
}

/** How many summaries of folds are shown. */
export function shownSummaries(): number {
  return [...document.querySelectorAll("summary")].filter((it) => it.checkVisibility({ visibilityProperty: true }))
    .length;
}

export function openFolds(): void {
  for (const it of document.querySelectorAll("details")) it.open = true;
}

export function pageWidth(): number {
  return document.documentElement.scrollWidth;
}

/** The element that has the focus, by its name and text; `BODY` where none has. */
export function focused(): readonly [name: string, text: string] {
  return [document.activeElement?.tagName ?? "BODY", document.activeElement?.textContent ?? ""];
}

export function isFocusInNote(): boolean {
  return document.activeElement?.closest(".clause-notes:has(:target)") !== null;
}

export function placingOf(element: Element): string {
  return getComputedStyle(element).position;
}

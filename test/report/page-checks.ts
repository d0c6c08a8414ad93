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

/** The numbers of all that the keyboard has to reach: links, folds and buttons that are shown, in the order of the page. */
export function places(): number[] {
  return [...document.querySelectorAll("a[href], summary, button, input, select, [tabindex]")].flatMap((it, number) => {
    const isShown = it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
    return isShown && it.getAttribute("tabindex") !== "-1" && it.closest("svg") === null ? [number] : [];
  });
}

interface FocusedPlace {
  readonly number: number;
  readonly text: string;
  /** Whether something around it shows the focus. */
  readonly hasRing: boolean;
  readonly isFold: "open" | "closed" | undefined;
}

/** What has the focus, with its number among `places`; undefined where nothing has. */
export function focusedPlace(): FocusedPlace | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return undefined;
  const all = [...document.querySelectorAll("a[href], summary, button, input, select, [tabindex]")];
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const fold = element.tagName === "SUMMARY" ? element.parentElement : null;
  return {
    number: all.indexOf(element),
    text: element.textContent.trim().slice(0, 60),
    hasRing: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1,
    isFold: fold === null ? undefined : fold.hasAttribute("open") ? "open" : "closed",
  };
}

/** Folds that are shown on paper with nothing of what they hold; those of charts and of notes are said to be on the page itself. */
export function closedOnPaper(): string[] {
  return [...document.querySelectorAll("details")].flatMap((it) => {
    const isShown = it.checkVisibility({ visibilityProperty: true });
    const inside = [...it.children].filter(({ tagName }) => tagName !== "SUMMARY");
    const isOpen = inside.some(
      (child) => child.checkVisibility({ visibilityProperty: true }) && child.clientHeight > 0,
    );
    return isShown && !isOpen ? [it.textContent.trim().slice(0, 60)] : [];
  });
}

// @ts-check
// What tools for barriers do not look at, measured in a page. Each function gives what is wrong, in words a test can print; nothing
// where all is well. A classic script, which a test puts into the page: `access.headings()`.

{
  /** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour Of 255, and of 1. */

  const STOPS = "a[href], button, input, select, textarea, summary, iframe, [tabindex='0']";
  const LIVE = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";

  /** Whether an eye sees it: it is drawn, and not cut to a point for ears alone. @param {Element} $one */
  const isSeen = ($one) => {
    if (!$one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { width, height } = $one.getBoundingClientRect();
    return width > 2 && height > 2 && !$one.closest("[inert]");
  };

  /** Whether a screen reader comes to it. @param {Element} $one */
  const isTold = ($one) =>
    $one.checkVisibility({ visibilityProperty: true }) &&
    !$one.closest("[aria-hidden=true], [inert]") &&
    isInFront($one);

  /** Whether no open dialog shuts it out. @param {Element} $one */
  const isInFront = ($one) => {
    const $dialog = document.querySelector("dialog:modal");
    return !$dialog || $dialog.contains($one);
  };

  /** @param {Element} $one */
  const nameOf = ($one) => {
    const text = ($one.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 50);
    return `${$one.localName}${$one.id && `#${$one.id}`}.${$one.getAttribute("class") ?? ""} "${text}"`;
  };

  /** Every heading that is read out, as its level and its text. */
  const headings = () =>
    [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")]
      .filter(isTold)
      .map(($one) => [Number($one.getAttribute("aria-level") ?? $one.localName[1]), ($one.textContent ?? "").trim()]);

  /** @param {Element} $one */
  const labelOf = ($one) => {
    const ids = ($one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    return (
      $one.getAttribute("aria-label") ?? ids.map((id) => document.getElementById(id)?.textContent).join(" ")
    ).trim();
  };

  const SECTIONS = "article, aside, main, nav, section";
  /** @type {[role: string, selector: string][]} */
  const LANDMARKS = [
    ["banner", "header, [role=banner]"],
    ["main", "main, [role=main]"],
    ["contentinfo", "footer, [role=contentinfo]"],
    ["navigation", "nav, [role=navigation]"],
    ["complementary", "aside, [role=complementary]"],
    ["search", "search, [role=search]"],
    ["region", "section[aria-label], section[aria-labelledby], [role=region]"],
    ["form", "form[aria-label]:not([role]), form[aria-labelledby]:not([role])"],
  ];

  /** Every landmark that is read out, as its role and its name, in the order of the page. */
  const landmarks = () => {
    const found = LANDMARKS.flatMap(([role, selector]) =>
      [...document.querySelectorAll(selector)]
        .filter(
          ($one) => isTold($one) && !(/header|footer/.test($one.localName) && $one.parentElement?.closest(SECTIONS)),
        )
        .map(($one) => ({ $one, role, label: labelOf($one) })),
    );
    found.sort((one, other) => (one.$one.compareDocumentPosition(other.$one) & 4 ? -1 : 1));
    return found.map(({ role, label }) => [role, label]);
  };

  /** What is pressed and is smaller than so many pixels either way. Of links that are words, axe looks at the space around. @param {number} least */
  const small = (least) =>
    [...document.querySelectorAll(STOPS)]
      .filter(($one) => isSeen($one) && isInFront($one) && !$one.matches("a:not(.eg-button)"))
      .filter(($one) => {
        const $target = $one.matches("input[type=radio], input[type=checkbox]")
          ? ($one.closest("label") ?? $one)
          : $one;
        const { width, height } = $target.getBoundingClientRect();
        return Math.min(width, height) < least - 0.01;
      })
      .map((one) => `${nameOf(one)} ${JSON.stringify(one.getBoundingClientRect())}`);

  /** What looks as if it could be pressed. */
  const pressed = () =>
    [...document.querySelectorAll("button, [role=button], .eg-button, input[type=submit]")].filter(isSeen).map(nameOf);

  const range = document.createRange();
  /** The boxes of words; where spaces are kept, they may hang over an edge, and no word does. @param {Node} $text @param {boolean} isSpaced */
  const boxesOf = ($text, isSpaced) => {
    range.selectNodeContents($text);
    const words = isSpaced ? [...($text.nodeValue ?? "").matchAll(/\S+/g)] : [];
    const parts = words.flatMap(({ index, 0: word }) => {
      range.setStart($text, index);
      range.setEnd($text, index + word.length);
      return [...range.getClientRects()];
    });
    return (isSpaced ? parts : [...range.getClientRects()]).filter(({ width }) => width > 1);
  };

  /** Elements in which words stand, each with the boxes of its own words. */
  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const $one = walker.currentNode.parentElement;
      if (
        !$one ||
        !walker.currentNode.nodeValue?.trim() ||
        $one.closest("svg, script, style, textarea, select, noscript")
      )
        continue;
      if (!isSeen($one)) continue;
      yield { $one, boxes: boxesOf(walker.currentNode, getComputedStyle($one).whiteSpaceCollapse === "preserve") };
    }
  }

  /** @type {(overflow: string) => boolean} */
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
  /** @type {(overflow: string) => boolean} */
  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";

  /**
   * What may cut words off, from the inside to the outside, as far as the first that scrolls; and whether one scrolls. A page has
   * many words in one place: what lies around a place is looked at once.
   * @typedef {{edges: {$in: Element, box: DOMRect, isAcross: boolean, isDown: boolean}[], isScrolled: boolean}} Around
   */

  /** @type {($one: Element | null, known: Map<Element, Around>) => Around} */
  const around = ($one, known) => {
    if (!$one || $one === document.documentElement) return { edges: [], isScrolled: false };
    const found = known.get($one);
    if (found) return found;
    const { overflowX, overflowY, clipPath } = getComputedStyle($one);
    const box = $one.getBoundingClientRect();
    const isEnd = (clipPath !== "none" && box.width <= 1) || scrolls(overflowX) || scrolls(overflowY);
    const [isAcross, isDown] = [cuts(overflowX), cuts(overflowY)];
    const outer = isEnd ? { edges: [], isScrolled: true } : around($one.parentElement, known);
    const own = !isEnd && (isAcross || isDown) ? [{ $in: $one, box, isAcross, isDown }] : [];
    const here = { edges: [...own, ...outer.edges], isScrolled: outer.isScrolled };
    known.set($one, here);
    return here;
  };

  /** Words of which a part is cut off by what they stand in, or lies beyond the edge of the page. */
  const cut = () => {
    const edge = document.documentElement.clientWidth + 1;
    /** @type {Set<string>} */
    const found = new Set();
    const known = new Map();
    for (const { $one, boxes } of texts()) {
      const { edges, isScrolled } = around($one, known);
      for (const { $in, box, isAcross, isDown } of edges) {
        const isCut = boxes.some(
          ({ left, right, top, bottom }) =>
            (isAcross && (left < box.left - 1.5 || right > box.right + 1.5)) ||
            (isDown && (top < box.top - 3 || bottom > box.bottom + 3)),
        );
        if (isCut) found.add(`cut by ${nameOf($in)}: ${nameOf($one)}`);
      }
      const isBeyond = boxes.some(({ left, right }) => right + scrollX > edge || left + scrollX < -1);
      if (!isScrolled && isBeyond) found.add(`beyond the edge: ${nameOf($one)}`);
    }
    const wide = (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth;
    if (wide > 0) found.add(`the page scrolls ${wide} px sideways`);
    return [...found];
  };

  const canvas = document.createElement("canvas");
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  /** @type {Map<string, Colour>} */
  const known = new Map();
  /** Reads any colour that a style may name. @type {(text: string) => Colour} */
  const colour = (text) => {
    const found = known.get(text);
    if (found) return found;
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = text;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    const read = /** @type {Colour} */ ([red, green, blue, alpha / 255]);
    known.set(text, read);
    return read;
  };

  /** The colour that lies behind what stands in an element. @type {($one: Element | null) => Colour} */
  const behind = ($one) => {
    for (let $in = $one; $in; $in = $in.parentElement) {
      const found = colour(getComputedStyle($in).backgroundColor);
      if (found[3] > 0.99) return found;
    }
    return colour("Canvas");
  };

  /** @type {(of: Colour) => number} */
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  /** WCAG's contrast of two colours. @type {(one: Colour, other: Colour) => number} */
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  /** What is drawn around something that has the focus: its width, its colour, and what it lies on. @param {Element} $one */
  const ringOf = ($one) => {
    const $label = $one.matches("input[type=radio], input[type=checkbox]") ? $one.closest("label") : null;
    for (const $ring of [$one, $label]) {
      if (!$ring) continue;
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle($ring);
      if (outlineStyle === "none" || (outlineStyle !== "auto" && parseFloat(outlineWidth) < 2)) continue; // a browser's own is wider than it says
      const $on = parseFloat(outlineOffset) < 0 ? $ring : $ring.parentElement;
      return { colour: outlineColor, on: behind($on) };
    }
    // A drawing has no outline: its card's edge grows.
    const $card = $one.querySelector(".eg-flow__card");
    if (!$card) return undefined;
    const { stroke, strokeWidth } = getComputedStyle($card);
    return parseFloat(strokeWidth) >= 3 ? { colour: stroke, on: behind($one) } : undefined;
  };

  /** Whether most of what is within the window can be seen where it stands now. @param {Element} $one */
  const isInTheOpen = ($one) => {
    const [box] = [...$one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (!box) return false;
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right <= left || bottom <= top) return false;
    const points = [0.15, 0.5, 0.85].flatMap((x) =>
      [0.2, 0.8].map((y) => [left + x * (right - left), top + y * (bottom - top)]),
    );
    const isHit = (/** @type {number[]} */ [x, y]) => {
      const $hit = document.elementFromPoint(x, y);
      const $label = $one.closest("label");
      return Boolean($hit && ($one.contains($hit) || $hit.contains($one) || $label?.contains($hit)));
    };
    // A browser brings the line that is written in into sight, not all of a field.
    return bottom - top >= Math.min(box.height - 1, 24) && points.filter(isHit).length > points.length / 2;
  };

  /** What is wrong with how something shows that it has the focus; empty where nothing is. @param {Element | null} $one */
  const hiddenFocus = ($one = document.activeElement) => {
    if (!$one || $one === document.body || $one.localName === "iframe") return "";
    // A field for a day has parts that take the focus in its place.
    if (!$one.matches(":focus-visible, [type=date]:focus-within, [type=time]:focus-within"))
      return `not marked: ${nameOf($one)}`;
    const ring = ringOf($one);
    if (!ring) return `no ring: ${nameOf($one)}`;
    const seen = contrast(colour(ring.colour), ring.on);
    if (seen < 3) return `a ring of ${seen.toFixed(1)} to 1: ${nameOf($one)}`;
    return isInTheOpen($one) ? "" : `out of sight or under something: ${nameOf($one)}`;
  };

  /** Every stop of the Tab key that can be reached now. */
  const stops = () =>
    [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(STOPS))].filter(
      ($one) =>
        isInFront($one) &&
        $one.tabIndex >= 0 &&
        $one.checkVisibility({ visibilityProperty: true }) &&
        !$one.closest("[inert]") &&
        !$one.matches(":disabled"),
    );

  /** Puts the focus on every stop, one after the other; gives where it is not seen. */
  const hiddenStops = () => {
    /** @type {string[]} */
    const found = [];
    for (const $one of stops()) {
      if ($one.localName === "iframe") continue;
      $one.focus();
      if (document.activeElement === $one) found.push(hiddenFocus($one));
    }
    return found.filter(Boolean);
  };

  /** What would move. */
  const moving = () =>
    [...document.querySelectorAll("*")].flatMap(($one) =>
      [null, "::before", "::after"].flatMap((part) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle($one, part);
        const isSlow = (/** @type {string} */ times) => times.split(",").some((time) => parseFloat(time) > 0);
        const wrong = [
          isSlow(transitionDuration) && "changes slowly",
          animationName !== "none" && isSlow(animationDuration) && "moves",
          scrollBehavior === "smooth" && "glides",
        ].filter(Boolean);
        return wrong.length ? [`${wrong.join(", ")}: ${nameOf($one)} ${part ?? ""}`] : [];
      }),
    );

  /** @type {{$one: Element, part: string | null}[]} */
  let shapes = [];
  /** @type {(style: CSSStyleDeclaration) => boolean} */
  const hasFrame = (style) =>
    ["Top", "Right", "Bottom", "Left"].some((side) => {
      const read = /** @type {Record<string, string>} */ (/** @type {unknown} */ (style));
      return (
        read[`border${side}Style`] !== "none" &&
        parseFloat(read[`border${side}Width`]) > 0 &&
        colour(read[`border${side}Color`])[3] > 0
      );
    });

  /** Notes what is told by a filled shape with no words in it, such as a line or a dot: to be asked before colours are taken away. */
  const noteShapes = () => {
    shapes = [...document.querySelectorAll("body *")].flatMap(($one) => {
      if ($one.closest("svg") || !isSeen($one)) return [];
      return [null, "::before", "::after"].flatMap((part) => {
        const style = getComputedStyle($one, part);
        if (style.display === "none") return [];
        const isDrawn = part
          ? style.content === '""'
          : !$one.textContent?.trim() && !$one.matches("input, select, textarea, progress, iframe, canvas, dialog");
        const [, , , alpha] = colour(style.backgroundColor);
        return isDrawn && alpha > 0.5 && parseFloat(style.width) > 1 && parseFloat(style.height) > 1
          ? [{ $one, part }]
          : [];
      });
    });
    return shapes.length;
  };

  /** Which of these shapes the reader's own colours have made unseen, and which buttons and choices no longer look like any. */
  const lostShapes = () => [
    ...shapes
      .filter(({ $one, part }) => {
        const style = getComputedStyle($one, part);
        const [fill, paper] = [colour(style.backgroundColor), behind($one.parentElement)];
        return !hasFrame(style) && (fill[3] < 0.5 || contrast(fill, paper) < 3);
      })
      .map(({ $one, part }) => `unseen: ${nameOf($one)} ${part ?? ""}`),
    ...[...document.querySelectorAll("button:not(.eg-linklike), .eg-button")]
      .filter(($one) => isSeen($one) && !hasFrame(getComputedStyle($one)))
      .map(($one) => `no edge: ${nameOf($one)}`),
  ];

  /** How long a region has to stand before its words are read out as news, in milliseconds: before that they came with it. */
  const NEWS = 50;

  /**
   * Notes from now on what a screen reader says without being asked: `access.said`; and what it may miss, as it came together with
   * its region: `access.missed`. An alert is said however it comes.
   */
  const listen = () => {
    /** @type {Map<Element, number>} Since when each region has been there. */
    const since = new Map();
    const look = (/** @type {MutationRecord[]} */ records) => {
      const now = performance.now();
      for (const $one of document.querySelectorAll(LIVE)) {
        if (!isTold($one)) {
          since.delete($one);
          continue;
        }
        const isNew = !since.has($one);
        if (isNew) since.set($one, now);
        const text = /** @type {HTMLElement} */ ($one).innerText.replace(/\s+/g, " ").trim();
        const isAdded = records.some(
          ({ target, addedNodes, type }) => $one.contains(target) && (addedNodes.length || type === "characterData"),
        );
        if (!text || !(isNew || isAdded)) continue;
        const isAlert = $one.matches("[role=alert], [aria-live=assertive]");
        (isAlert || now - (since.get($one) ?? now) >= NEWS ? access.said : access.missed).push(text);
      }
    };
    look([]);
    access.said.length = access.missed.length = 0; // what stands in a page that is opened is no news
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  };

  const access = {
    headings,
    landmarks,
    small,
    pressed,
    cut,
    hiddenFocus,
    hiddenStops,
    stops: () => stops().map(nameOf),
    here: () => document.activeElement && nameOf(document.activeElement),
    moving,
    noteShapes,
    lostShapes,
    listen,
    said: /** @type {string[]} */ ([]),
    missed: /** @type {string[]} */ ([]),
  };
  Object.assign(globalThis, { access });
}

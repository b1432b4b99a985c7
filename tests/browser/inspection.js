// What a page looks like to its reader, measured in the page. Each function returns a list of
// sentences: what is wrong, and where.
window.inspection = (() => {
  const named = (element) => {
    const classes = element.getAttribute("class");
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 60);
    return `<${element.localName}${classes ? ` class="${classes}"` : ""}> ${text}`;
  };

  // Kept from sight on purpose, for screen readers: a box of one pixel, cut to nothing.
  const unseen = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (getComputedStyle(each).clipPath === "inset(50%)") return true;
    }
    return false;
  };

  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !unseen(element);

  // The lines of text on the page, each without the top and the bottom third of its box, which
  // lines that stand close share.
  const lines = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || !shown(element)) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        found.push({ element, left: box.left, right: box.right,
          top: box.top + box.height / 3, bottom: box.bottom - box.height / 3 });
      }
    }
    return found;
  };

  const fixed = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(each).position)) return true;
    }
    return false;
  };

  // Text on text, text beyond the edge of the screen, text cut off by its box.
  const legibility = () => {
    const wrong = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      wrong.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${width} px`);
    }
    const all = lines().sort((one, other) => one.top - other.top);
    all.forEach((line, at) => {
      if (line.right > width + 1 && !line.element.closest("pre")) {
        wrong.push(`beyond the edge: ${named(line.element)}`);
      }
      for (let next = at + 1; next < all.length && all[next].top < line.bottom - 1; next += 1) {
        const other = all[next];
        const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
        const down = Math.min(line.bottom, other.bottom) - other.top;
        if (across > 2 && down > 1 && !fixed(line.element) && !fixed(other.element)) {
          wrong.push(`one text on another: ${named(line.element)} and ${named(other.element)}`);
        }
      }
    });
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const cuts = ["hidden", "clip"];
      const across = cuts.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const down = cuts.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (!across && !down) continue;
      const box = element.getBoundingClientRect();
      const cut = all.find((line) => element.contains(line.element) &&
        ((across && line.right > box.right + 1) || (down && line.bottom > box.bottom + 1)));
      if (cut) wrong.push(`cut off: ${named(cut.element)}`);
    }
    return wrong;
  };

  // Red, green, blue and opacity of any colour that CSS can name.
  const drawing = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    drawing.clearRect(0, 0, 1, 1);
    drawing.fillStyle = colour;
    drawing.fillRect(0, 0, 1, 1);
    return [...drawing.getImageData(0, 0, 1, 1).data];
  };

  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  // The colour behind an element: the nearest background that is not transparent.
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (channels(colour)[3] === 255) return colour;
    }
    return "Canvas";
  };

  // Badges can be read and bars can be told from their ground, whatever colours are in force.
  const marks = () => {
    const wrong = [];
    const seen = new Set();
    const once = (element, sentence) => {
      if (!seen.has(sentence)) wrong.push(`${sentence}: ${named(element)}`);
      seen.add(sentence);
    };
    for (const badge of document.querySelectorAll(".badge")) {
      if (!badge.checkVisibility()) continue;
      const box = badge.getBoundingClientRect();
      const style = getComputedStyle(badge);
      const text = getComputedStyle(badge.querySelector("span") ?? badge);
      if (box.width < 16 || box.height < 8) once(badge, "a badge without room");
      if (contrast(text.color, ground(badge)) < 4.5) once(badge, "a badge hard to read");
      if (parseFloat(style.borderTopWidth) < 1 || contrast(style.borderTopColor, ground(badge.parentElement)) < 3) {
        once(badge, "a badge without an edge");
      }
    }
    for (const bar of document.querySelectorAll(".bar-fill, .bar-plain, .bar-tick, .mark .icon")) {
      if (!bar.checkVisibility()) continue;
      const style = getComputedStyle(bar);
      const colour = bar.matches(".bar-tick, .icon") ? style.stroke : style.fill;
      if (contrast(colour, ground(bar.closest(".mark") ?? bar.parentElement.closest("svg").parentElement)) < 3) {
        once(bar, "a mark that its ground hides");
      }
    }
    return wrong;
  };

  // On paper nothing stands that only a screen can do.
  const paper = () => [...document.querySelectorAll("nav, form, button, dialog, select, .skip, .toggle")]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((element) => `on paper: ${named(element)}`);

  // What there is to read, without the tools that only a script can serve.
  const tools = "form, search, [role=search], dialog, noscript, [aria-live], [role=status]";
  const text = () => lines().filter((line) => line.element.closest("main") && !line.element.closest(tools))
    .map((line) => line.element.textContent);

  const navigation = () => [...document.querySelectorAll("nav a, a.toggle, a.button")]
    .filter((link) => link.checkVisibility({ visibilityProperty: true })).map((link) => link.href);

  // After a press of Tab: what has the focus, and what is wrong with how it shows.
  let before = null;
  const stop = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const wrong = [];
    if (before && before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) {
      wrong.push(`out of order: ${named(element)} after ${named(before)}`);
    }
    before = element;
    const hasOutline = (each) => getComputedStyle(each).outlineStyle !== "none" &&
      parseFloat(getComputedStyle(each).outlineWidth) >= 2;
    const label = element.matches("input") && element.closest("label");
    const outlined = label && hasOutline(label) ? label : element;
    const style = getComputedStyle(outlined);
    if (!hasOutline(outlined)) {
      wrong.push(`focus not seen: ${named(outlined)}`);
    } else if (contrast(style.outlineColor, ground(outlined)) < 3) {
      wrong.push(`focus faint: ${named(outlined)}`);
    }
    const boxes = [...outlined.getClientRects()].filter((box) => box.width && box.height);
    const reached = boxes.some((box) => {
      const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      return document.elementsFromPoint(x, y).slice(0, 1).some((top) =>
        outlined.contains(top) || top.contains(outlined));
    });
    if (!reached) wrong.push(`focus covered or off the screen: ${named(outlined)}`);
    return wrong;
  };

  return { legibility, marks, paper, text, navigation, stop };
})();

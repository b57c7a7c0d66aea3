"use strict";
/* The page reads without this script: every link leads to an anchor. What it adds: sorting, filtering, keys,
   and a dock in which the words behind a cell are lit beside another report's. It never writes HTML. */
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add("scripted");

  /* Light and dark: the system's choice until the reader chooses. Storage may be closed to a file from disk. */
  const remember = (theme) => { try { localStorage.setItem("onrecord-theme", theme); } catch { /* it is only forgotten */ } };
  try { const kept = localStorage.getItem("onrecord-theme"); if (kept) root.dataset.theme = kept; } catch { /* none kept */ }
  $("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remember(root.dataset.theme);
  });

  /* Sorting and filtering. Each row carries what it can be asked for; groups only make sense in the first order. */
  const table = $("matrix");
  const bodies = all("tbody", table);
  const rows = all("tbody > tr[id]", table);
  const home = new Map(rows.map((row) => [row, row.parentNode]));
  const words = new Map();
  const control = (id) => $(id)?.value ?? "";
  const has = (row, name, value) => (row.dataset[name] ?? "").includes(` ${value} `);
  const reports = table.tHead.rows[0].cells.length - 1;

  const textOf = (row) => {
    if (!words.has(row)) words.set(row, row.textContent.toLowerCase());
    return words.get(row);
  };
  const told = (row) => row.dataset.r.trim().split(" ").length;
  const shows = (row, what) => {
    if (!what) return true;
    if (what === "all") return told(row) === reports;
    if (what === "only") return told(row) === 1;
    if (what === "differs") return row.querySelector(".why") !== null;
    return row.querySelector(what === "unsure" ? "td.unsure, .caution" : `.why.${what}`) !== null;
  };
  const fits = (row) => {
    const by = control("by");
    const wanted = control("find").toLowerCase().split(/\s+/).filter(Boolean);
    return shows(row, control("show"))
      && (!by || has(row, "r", by.slice(1)) === (by[0] === "+"))
      && (!control("actor") || has(row, "a", control("actor")))
      && (!control("origin") || has(row, "g", control("origin")))
      && (!control("topic") || row.dataset.t === control("topic"))
      && wanted.every((word) => textOf(row).includes(word));
  };
  const placeIn = (number) => (row) => {
    const link = row.querySelector(`td a.w[href^="#r${number}-"]`);
    return link && has(row, "r", number) ? Number(link.hash.split("-")[1]) : Infinity;
  };
  const order = (how) => {
    const key = how === "salience" ? (row) => -row.dataset.s : how === "reports" ? (row) => -told(row) : how ? placeIn(how.slice(1)) : null;
    if (!key) { rows.forEach((row) => home.get(row).append(row)); return; }
    const keys = new Map(rows.map((row) => [row, key(row)]));
    bodies[0].append(...[...rows].sort((a, b) => (keys.get(a) > keys.get(b)) - (keys.get(a) < keys.get(b))));
  };
  /* Rows of one fact stand folded under the first of them, unless they are asked for: by its button, a filter, an
     order, or a printer. */
  const unfolded = new Set();
  const asked = () => ["find", "show", "by", "actor", "origin", "topic", "sort"].some((id) => control(id) !== "");
  const filter = () => {
    let shown = 0;
    const folds = !asked();
    for (const row of rows) {
      const fit = fits(row);
      row.hidden = !fit;
      row.classList.toggle("folded", folds && row.dataset.p !== undefined && !unfolded.has(row.dataset.p));
      shown += fit;
    }
    all("button.parts", table).forEach((button) => {
      button.hidden = !folds;
      button.setAttribute("aria-expanded", String(unfolded.has(button.dataset.p)));
    });
    const sorted = control("sort") !== "";
    for (const body of bodies) {
      body.rows[0].hidden = sorted;
      body.hidden = ![...body.rows].some((row) => row.id && !row.hidden);
    }
    const whole = shown === rows.length;
    $("shown").value = whole ? `${shown} claims` : `${shown} of ${rows.length} claims`;
    $("show-all").hidden = whole && !sorted;
    $("none").hidden = shown > 0 || rows.length === 0;
  };
  const reset = () => {
    const keys = $("keys").checked;
    $("tools").reset();
    $("keys").checked = keys;
    order("");
    filter();
  };
  table.addEventListener("click", (event) => {
    const button = event.target.closest("button.parts");
    if (!button) return;
    if (!unfolded.delete(button.dataset.p)) unfolded.add(button.dataset.p);
    filter();
  });
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  $("tools").addEventListener("input", (event) => {
    if (event.target.id === "keys") return;
    if (event.target.id === "sort") order(control("sort"));
    filter();
  });
  $("more").addEventListener("click", () => $("more").setAttribute("aria-expanded", String($("tools").classList.toggle("more"))));
  $("show-all").addEventListener("click", reset);
  $("show-all-too").addEventListener("click", reset);

  /* The dock: the report's own text is moved in place by a class, so every id stays the one of the page. */
  const dock = $("dock");
  let cameFrom = null;
  let shownLine = null;
  let shownLink = null;
  let rowBefore = null;
  const article = (number) => $(`r${number}`);
  const piecesOf = (place) => [$(place), ...all(`[data-of="${CSS.escape(place)}"]`)].filter(Boolean);
  const litIn = new Map();
  const unlight = () => {
    litIn.clear();
    all(".lit").forEach((piece) => piece.classList.remove("lit", "first"));
  };
  const light = (places) => {
    const pieces = places.flatMap(piecesOf);
    pieces.forEach((piece) => piece.classList.add("lit"));
    if (places.length > 1) piecesOf(places[0]).forEach((piece) => piece.classList.add("first"));
    const first = pieces[0];
    const text = first?.closest(".text");
    if (text) litIn.set(text, places);
    if (text && (text.classList.contains("left") || text.classList.contains("right"))) {
      text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    } else if (first) first.scrollIntoView({ block: "center" });
  };
  const undock = () => all(".text.left, .text.right").forEach((text) => text.classList.remove("left", "right", "sole"));
  const close = () => {
    undock(); unlight();
    all("tr.at, a.on").forEach((it) => it.classList.remove("at", "on"));
    dock.hidden = true;
    root.classList.remove("docked");
    cameFrom?.focus({ preventScroll: true });
    cameFrom = null;
  };
  const placesOf = (link) => link.dataset.l?.split(" ") ?? [link.hash.slice(1)];
  const numberOf = (link) => link.hash.slice(2).split("-")[0];

  /* Of the other links of the same line, the one to show beside: the other side of a finding, else who tells it too. */
  const chipsOf = (link) => new Map(all(".chip", link.closest("td, .side") ?? link).map((chip) => [chip.dataset.f, chip.dataset.s]));
  const beside = (link, others) => {
    const ours = chipsOf(link);
    const side = link.closest(".side");
    const opposite = (other) => side ? other.closest(".side") !== side
      : [...chipsOf(other)].some(([finding, its]) => ours.has(finding) && ours.get(finding) !== its);
    const told = (other) => !other.closest("td.unsure");
    return others.find(opposite) ?? others.find(told) ?? others[0];
  };

  const open = (link, chosen) => {
    const line = link.closest("tr[id], .finding, .remark, .commitment, .events > li, .pair, #minute li");
    const links = line ? all('a.w[href^="#r"]', line) : [link];
    const seen = new Set([numberOf(link)]);
    const others = links.filter((other) => !seen.has(numberOf(other)) && seen.add(numberOf(other)));
    const other = chosen ?? beside(link, others);
    undock(); unlight();
    all("tr.at, a.on").forEach((it) => it.classList.remove("at", "on"));
    line?.classList.toggle("at", line.tagName === "TR");
    if (shownLine !== line && shownLine?.matches("tr")) rowBefore = { line: shownLine, link: shownLink };
    shownLine = line;
    shownLink = link;
    offerCorrections(line);
    $("dock-copy").hidden = !line || !other;
    article(numberOf(link)).classList.add("left");
    article(numberOf(link)).classList.toggle("sole", !other);
    if (other) article(numberOf(other)).classList.add("right");
    root.classList.add("docked");
    dock.hidden = false;
    $("dock-title").textContent = titleOf(line);
    choices(link, others, other);
    if (other) light(placesOf(other));
    light(placesOf(link));
    [link, other].forEach((it) => it?.classList.add("on"));
    if (line && line.getBoundingClientRect().bottom > dock.getBoundingClientRect().top) line.scrollIntoView({ block: "center" });
  };
  const titleOf = (line) => (line?.querySelector(".claim, h3, b") ?? line?.closest("article")?.querySelector("h3"))?.textContent.trim() ?? "";
  const choices = (link, others, other) => {
    $("dock-reports").replaceChildren(...others.map((it) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = article(numberOf(it)).dataset.name;
      button.setAttribute("aria-pressed", String(it === other));
      button.addEventListener("click", () => open(link, it));
      return button;
    }));
  };
  const clear = (row) => {
    if (row.dataset.p) unfolded.add(row.dataset.p);
    if (row.hidden && asked()) reset(); else filter();
  };
  const goTo = (hash, link) => {
    const place = decodeURIComponent(hash.slice(1));
    const target = place && $(place);
    if (!target) return false;
    if (target.matches("#matrix tr")) { clear(target); return false; }
    if (!target.closest(".text") || target.matches(".text")) return false;
    const from = link ?? all(`a.w[href="#${CSS.escape(place)}"]`)[0];
    if (from) open(from); else light([place]);
    cameFrom = link ?? null;
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.show) { reset(); $("show").value = link.dataset.show; filter(); }
    const hash = link.hash ?? link.getAttribute("href");
    if (link.matches(".text.left a, .text.right a")) close();
    if (goTo(hash, link.matches("a.w") ? link : null)) {
      event.preventDefault();
      history.replaceState(null, "", hash);
      article(hash.slice(2).split("-")[0])?.focus({ preventScroll: true });
    }
  });
  $("dock-close").addEventListener("click", close);
  addEventListener("hashchange", () => goTo(location.hash));

  /* Copy: the lit words, else what is selected, with outlet, date and place; or a whole line with all its sides. */
  const boundsOf = (place) => place.split("-").slice(1).map(Number);
  const outermost = (places) => places.filter((place) => {
    const [start, end] = boundsOf(place);
    return !places.some((other) => other !== place && boundsOf(other)[0] <= start && end <= boundsOf(other)[1]);
  });
  const wordsOf = (place) => {
    const lines = new Map();
    for (const piece of piecesOf(place)) {
      const line = piece.closest(".par");
      lines.set(line, (lines.get(line) ?? "") + piece.textContent);
    }
    return [...lines.values()].join(" ");
  };
  const cite = (text, places) => {
    const { outlet, day, file, url } = text.dataset;
    const kept = outermost(places).sort((x, y) => boundsOf(x)[0] - boundsOf(y)[0]);
    const words = kept.length ? kept.map(wordsOf).join(" … ") : String(getSelection());
    const at = kept.map((place) => boundsOf(place).join("–")).join(", ");
    return `“${words.trim()}”\n${[outlet, day, at ? `${file}, characters ${at}` : file, url].filter(Boolean).join(" · ")}`;
  };
  const sidesOf = (line) => {
    const links = all('a.w[href^="#r"]', line).filter((link) => !link.closest("td.unsure"));
    return [titleOf(line), ...links.map((link) => cite(article(numberOf(link)), placesOf(link)))].join("\n\n");
  };
  const copy = async (words) => {
    try { await navigator.clipboard.writeText(words); } catch {
      const area = document.createElement("textarea");
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const onCopy = (button, what) => button.addEventListener("click", async () => {
    const name = button.textContent;
    await copy(what());
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = name; }, 1500);
  });
  all(".copy").forEach((button) => onCopy(button, () => cite(button.closest(".text"), litIn.get(button.closest(".text")) ?? [])));
  onCopy($("dock-copy"), () => sidesOf(shownLine));

  /* Corrections: the lines for corrections.toml. Words are lengthened until they stand once in their report. */
  const SAID = { split: "a claim of its own", merge: "one claim with the row before", wrong: "no difference", speaker: "another speaker", date: "another date" };
  const findingOf = (line) => line.matches(".finding") ? line : $(line.querySelector('.why[href^="#f"]')?.hash.slice(1) ?? "");
  const offerCorrections = (line) => {
    const kinds = !line ? [] : line.matches(".finding") ? ["wrong"] : line.matches(".remark") ? ["speaker"]
      : line.matches(".events > li") ? ["date"] : !line.matches("tr") ? []
        : [...(told(line) > 1 ? ["split"] : []), ...(rowBefore && rowBefore.line !== line ? ["merge"] : []), ...(findingOf(line) ? ["wrong"] : []), "speaker", "date"];
    $("dock-kind").replaceChildren(...kinds.map((kind) => new Option(`Correct: ${SAID[kind]}`, kind)));
    $("dock-correct").hidden = $("dock-lines").hidden = !kinds.length;
  };
  const alike = (words) => words.replace(/[“”„«»]/g, '"').replace(/[‘’`]/g, "'");
  const once = (words, whole) => {
    const escaped = alike(words).trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return [...alike(whole).matchAll(new RegExp(escaped.join("\\s+"), "g"))].length === 1;
  };
  const placeLine = (link) => {
    const size = (place) => { const [start, end] = boundsOf(place); return end - start; };
    const place = placesOf(link).reduce((a, b) => (size(b) > size(a) ? b : a));
    const text = article(numberOf(link));
    const paragraphs = all(".par > p.w", text);
    const first = piecesOf(place)[0];
    const own = first.closest("p");
    const before = document.createRange();
    before.setStart(own, 0);
    before.setEndBefore(first);
    const whole = paragraphs.map((p) => p.textContent).join("\n");
    let from = paragraphs.slice(0, paragraphs.indexOf(own)).reduce((sum, p) => sum + p.textContent.length + 1, 0) + before.toString().length;
    let to = from + piecesOf(place).filter((piece) => piece.closest("p") === own).reduce((sum, piece) => sum + piece.textContent.length, 0);
    while (!once(whole.slice(from, to), whole) && (from > 0 || to < whole.length)) {
      to += whole.slice(to).match(/^\s*\S*/)[0].length;
      from -= whole.slice(0, from).match(/\S*\s*$/)[0].length;
    }
    return `    {report = ${toml(text.dataset.file)}, words = ${toml(whole.slice(from, to).trim())}},`;
  };
  const toml = (words) => JSON.stringify(words).replace(/\x7f/g, "\\u007f");
  const correction = () => {
    const kind = control("dock-kind");
    const links = kind === "wrong" ? all(".side", findingOf(shownLine)).map((side) => side.querySelector('a.w[href^="#r"]')).filter(Boolean)
      : kind === "merge" ? [rowBefore.link, shownLink] : [shownLink];
    const own = { speaker: ['speaker = ""'], date: ['date = ""'], wrong: [`aspect = ${toml((kind === "wrong" && findingOf(shownLine))?.dataset?.aspect ?? "")}`] }[kind] ?? [];
    const today = new Date().toISOString().slice(0, 10);
    return ["[[correction]]", `kind = "${kind}"`, "words = [", ...links.map(placeLine), "]", ...own, 'who = ""', `when = ${today}`, 'why = ""', ""].join("\n");
  };
  onCopy($("dock-lines"), correction);

  /* Keys: single letters work unless typing, and can be switched off. */
  const step = (by) => {
    const visible = rows.filter((row) => row.offsetParent).sort((a, b) => a.compareDocumentPosition(b) & 4 ? -1 : 1);
    const now = visible.indexOf(dock.hidden ? document.activeElement.closest?.("tr") : shownLine);
    const next = visible[now < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, now + by))];
    const link = next?.querySelector(".no");
    link?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
    const words = dock.hidden ? null : next?.querySelector("td.differs a.w, td:not(.unsure, .elsewhere) a.w");
    if (words) { open(words); cameFrom = link; }
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!dock.hidden) close(); else if (document.activeElement === $("find")) { reset(); $("find").blur(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked) return;
    if (event.target.matches?.("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); $("find").focus(); } else if (event.key === "Enter" && event.target.matches?.(".no")) {
      const link = event.target.closest("tr").querySelector("td:not(.unsure, .elsewhere) a.w");
      if (link) { event.preventDefault(); link.click(); cameFrom = event.target; }
    }
  });

  filter();
  if (location.hash) goTo(location.hash);
})();

/*
 * Comfort for the screens; every screen works without it. It reads data-* attributes and nothing else:
 * data-key (a letter presses this), data-list (arrows walk its rows), data-draft (what is typed is kept),
 * data-picks (rows are chosen: data-pick-all, data-picked), data-drop (files let fall are sent there), data-branch (a level of
 * the chart is fetched), data-answers and data-insert (texts are found and put into the form), data-poll (asked again until done),
 * data-with (changes with what is asked again: the actions beside a document being made), data-count and data-line (a number
 * that the server says, or is asked again), data-hold (told that the form lives), data-open / data-close (dialogs), data-copy (what a
 * field holds is copied).
 */
(() => {
  "use strict";

  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = () => $("#script-words")?.dataset ?? {};
  const visible = (element) => element.checkVisibility();
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden: comfort only */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* as above */ } },
    keys(prefix) { try { return Object.keys(localStorage).filter((k) => k.startsWith(prefix)); } catch { return []; } },
  };
  const make = (tag, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };

  /* ---- Keys -------------------------------------------------------------------------------------------- */

  const SINGLE = "vm.keys.single";
  const single = () => store.get(SINGLE) !== false;
  const typing = (target) => target.closest("input:not([type=checkbox],[type=radio],[type=file]), textarea, select, [contenteditable]");
  const press = (key) => $$(`[data-key="${CSS.escape(key)}"]`).find((e) => visible(e) && !e.disabled);

  function showKeys() {
    const dialog = $("#keys");
    if (!dialog || dialog.open) return;
    const here = $("[data-keys-here]", dialog);
    const pressed = $$("[data-key]").filter(visible);
    here.hidden = pressed.length === 0;
    $("dl", here).replaceChildren(...pressed.flatMap((e) => {
      const label = e.cloneNode(true);
      $$("kbd, svg", label).forEach((k) => k.remove());
      return [make("dt", {}, make("kbd", { textContent: e.dataset.key })), make("dd", { textContent: label.textContent.trim() })];
    }));
    $("[data-keys-single]", dialog).checked = single();
    dialog.showModal();
  }

  function onKey(event) {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form");
      const button = (form && $("[data-submit], .primary[type=submit], .primary", form)) || $("[data-submit]");
      if (button && visible(button)) { event.preventDefault(); button.click(); }
      return;
    }
    if (event.key === "Escape") { document.documentElement.classList.add("unpeeked"); $$("details.menu[open]").forEach((m) => { m.open = false; $("summary", m).focus(); }); return; }
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || $("dialog[open], .ui-dialog[aria-hidden=false]")) return;
    if (walk(event)) return;
    if (event.key.length !== 1 || !single()) return;
    if (pickRow(event)) return;
    if (event.key === "/") { event.preventDefault(); ($$("[data-search]").find(visible) ?? $("[data-search]"))?.focus(); return; }
    if (event.key === "?") { event.preventDefault(); showKeys(); return; }
    const target = press(event.key.toUpperCase());
    if (target) { event.preventDefault(); target.click(); }
  }

  function setSingle(on) {
    store.set(SINGLE, on);
    document.documentElement.classList.toggle("keys-off", !on);
  }

  /* ---- Lists: arrows walk, Enter opens, the letter shows beside ------------------------------------------- */

  let pending = 0;

  function walk(event) {
    if (!["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return false;
    const list = event.target.closest("[data-list]") ?? (event.target === document.body || event.target.id === "main" ? $("[data-list]") : null);
    if (!list) return false;
    const rows = $$("a.row", list).filter(visible);
    if (rows.length === 0) return false;
    const at = rows.indexOf(event.target.closest("a.row") ?? $("li.now a.row", list));
    const to = { ArrowDown: Math.min(at + 1, rows.length - 1), ArrowUp: Math.max(at - 1, 0), Home: 0, End: rows.length - 1 }[event.key];
    event.preventDefault();
    rows[to].focus();
    rows[to].scrollIntoView({ block: "nearest" });
    preview(rows[to]);
    return true;
  }

  const pane = () => { const p = $("#preview"); return p && visible(p) ? p : null; };

  /* The row's address shows list and letter; data-preview gives the letter alone. */
  function preview(row) {
    const target = pane();
    if (!target || !row.dataset.preview) return;
    const mine = ++pending;
    $$("li.now", row.closest("[data-list]")).forEach((li) => { li.classList.remove("now"); $("a.row", li).removeAttribute("aria-current"); });
    row.closest("li").classList.add("now");
    row.setAttribute("aria-current", "true");
    history.replaceState(history.state, "", row.href);
    setTimeout(async () => {
      if (mine !== pending) return;
      target.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(row.dataset.preview, { headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok || answer.redirected) { location.assign(row.href); return; }
        const html = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (mine !== pending) return;
        target.replaceChildren(...$("#preview", html).childNodes);
        target.scrollTop = 0;
        grow(target);
      } catch { location.assign(row.href); } finally { target.removeAttribute("aria-busy"); }
    }, 120);
  }

  function onRow(event) {
    const row = event.target.closest("a.row[data-open-href]");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const again = row.getAttribute("aria-current") === "true";
    if (!pane() || again) { event.preventDefault(); location.assign(row.dataset.openHref); } else if (row.dataset.preview) { event.preventDefault(); preview(row); }
  }

  /* ---- Choosing rows: X on a row, Shift for all between, one box for the page ------------------------------ */

  let lastPicked = null;
  const boxes = (form) => $$("input[name=pick]", form);

  function showPicked(form) {
    const all = boxes(form);
    const count = all.filter((b) => b.checked).length;
    const button = $("[data-picked]", form);
    if (button) {
      button.dataset.none ??= button.textContent;
      button.textContent = count === 0 ? button.dataset.none : button.dataset.picked.replace("{0}", count);
      button.disabled = count === 0;
      button.classList.toggle("quiet", count === 0);
    }
    const whole = $("[data-pick-all]", form);
    if (whole) { whole.checked = count > 0 && count === all.length; whole.indeterminate = count > 0 && count < all.length; }
  }

  function onPick(event) {
    const form = event.target.closest("[data-picks]");
    if (!form) return;
    if (event.target.matches("[data-pick-all]")) boxes(form).forEach((b) => { b.checked = event.target.checked; });
    showPicked(form);
  }

  function onPickClick(event) {
    const box = event.target.closest?.("[data-picks] input[name=pick]");
    if (!box) return;
    const all = boxes(box.form);
    if (event.shiftKey && lastPicked && all.includes(lastPicked)) {
      const [from, to] = [all.indexOf(lastPicked), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach((b) => { b.checked = box.checked; });
      showPicked(box.form);
    }
    lastPicked = box;
  }

  function pickRow(event) {
    if (event.key.toUpperCase() !== "X") return false;
    const box = $("input[name=pick]", event.target.closest("[data-list] > li") ?? document.createElement("i"));
    if (!box) return false;
    event.preventDefault();
    box.click();
    return true;
  }

  /* ---- Drafts: what is typed is kept in this browser until it is saved ------------------------------------- */

  const user = document.documentElement.dataset.user ?? "";
  const PREFIX = "vm.draft:";
  const KEPT_DAYS = 3;
  const draftKey = (form) => `${PREFIX}${user}:${form.dataset.draft}`;
  const NOT_KEPT = "[type=hidden],[type=password],[type=file],[type=submit],[type=button],[data-no-draft]";
  const fields = (form) => [...form.elements].filter((e) => e.name && !e.matches(NOT_KEPT) && !e.name.startsWith("jakarta.faces"));
  const value = (e) => (e.type === "checkbox" || e.type === "radio" ? (e.checked ? e.value : null) : e.value);
  const picture = (form) => Object.fromEntries(fields(form).map((e, i) => [`${e.name}#${e.type === "radio" || e.type === "checkbox" ? e.value : i}`, value(e)]));

  function keepDrafts(form) {
    if (form.dataset.draftReady) return;
    form.dataset.draftReady = "true";
    const key = draftKey(form);
    const empty = JSON.stringify(picture(form));
    const failed = $("[aria-invalid=true], .summary", form) || $(".msgs .error");
    const draft = store.get(key);
    if (draft && failed) store.set(key, { ...draft, sent: false });
    else if (draft && draft.sent && !draft.lost) store.drop(key);
    else if (draft && JSON.stringify(draft.values) !== empty) offer(form, key, draft);
    let timer = 0;
    const save = () => {
      const values = picture(form);
      if (JSON.stringify(values) === empty) store.drop(key); else store.set(key, { at: Date.now(), values });
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 400); });
    form.addEventListener("change", save);
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      const values = picture(form);
      if (JSON.stringify(values) !== empty) store.set(key, { at: Date.now(), values, sent: true });
    });
  }

  function offer(form, key, draft) {
    const when = new Date(draft.at).toLocaleString(document.documentElement.lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    const strip = make("div", { className: "draft" }, make("span", { textContent: words().draftFound.replace("{0}", when) }));
    strip.setAttribute("role", "status");
    const take = make("button", { type: "button", className: "btn small", textContent: words().draftTake });
    const forget = make("button", { type: "button", className: "btn small quiet", textContent: words().draftForget });
    take.addEventListener("click", () => {
      fields(form).forEach((e, i) => {
        const kept = draft.values[`${e.name}#${e.type === "radio" || e.type === "checkbox" ? e.value : i}`];
        if (kept === undefined) return;
        if (e.type === "checkbox" || e.type === "radio") e.checked = kept !== null; else e.value = kept ?? "";
        e.dispatchEvent(new Event("input", { bubbles: true }));
      });
      strip.remove();
      fields(form).find(visible)?.focus();
    });
    forget.addEventListener("click", () => { store.drop(key); strip.remove(); });
    strip.append(take, forget);
    form.prepend(strip);
  }

  /* On the login page: a session that ended keeps its drafts, one that was left takes them away. */
  function atLogin(form) {
    for (const key of store.keys(PREFIX)) {
      const draft = store.get(key);
      if (form.dataset.login === "out" || !draft || Date.now() - draft.at > KEPT_DAYS * 86400000) store.drop(key);
      else if (draft.sent) store.set(key, { ...draft, lost: true });
    }
  }

  /* ---- Files let fall are sent at once, with their progress ------------------------------------------------ */

  function takeFiles(zone) {
    if (zone.dataset.dropReady) return;
    zone.dataset.dropReady = "true";
    const input = $("input[type=file]", zone);
    const face = $(".drop", zone) ?? zone;
    const list = $(".uploads", zone);
    const over = (on) => face.classList.toggle("over", on);
    ["dragenter", "dragover"].forEach((e) => face.addEventListener(e, (event) => { event.preventDefault(); over(true); }));
    ["dragleave", "drop"].forEach((e) => face.addEventListener(e, () => over(false)));
    if (!zone.dataset.drop) {
      input.addEventListener("change", () => list.replaceChildren(...[...input.files].map((f) => make("li", {}, make("span", { className: "name", textContent: f.name })))));
      return;
    }
    face.addEventListener("drop", (event) => { event.preventDefault(); send(zone, list, event.dataTransfer.files); });
    input.addEventListener("change", () => { send(zone, list, input.files); input.value = ""; });
  }

  async function send(zone, list, files) {
    const answers = [];
    for (const file of files) answers.push(await sendOne(zone, list, file));
    const done = answers.filter(Boolean);
    if (done.length > 0) zone.dispatchEvent(new CustomEvent("vm:uploaded", { bubbles: true, detail: done }));
    const next = done.find((a) => a.next)?.next;
    if (next) location.assign(next);
  }

  function sendOne(zone, list, file) {
    const bar = make("progress", { max: 100, value: 0 });
    const state = make("span", { className: "num" });
    const line = make("li", {}, make("span", { className: "name", textContent: file.name }), state, bar);
    list.append(line);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append("file", file, file.name);
      const fail = (text) => { bar.remove(); line.append(make("span", { className: "failed", textContent: text })); resolve(null); };
      request.upload.addEventListener("progress", (e) => { if (e.lengthComputable) { bar.value = (100 * e.loaded) / e.total; state.textContent = `${Math.round(bar.value)} %`; } });
      request.addEventListener("error", () => fail(words().uploadFailed));
      request.addEventListener("load", () => {
        if (request.status === 413) return fail(words().uploadTooLarge);
        let answer = null;
        try { answer = JSON.parse(request.responseText); } catch { /* not ours: a login page, a proxy */ }
        if (request.status >= 400 || !answer) return fail(answer?.message ?? words().uploadFailed);
        state.textContent = words().uploadDone;
        bar.remove();
        return resolve(answer);
      });
      request.open("POST", zone.dataset.drop);
      request.setRequestHeader("X-Requested-With", "fetch");
      request.responseType = "text";
      request.send(body);
    });
  }

  /* ---- What changes by itself: asked again, slower and slower, until the answer asks no more ---------------- */

  /* A child with data-keep stays the same node, so that it is read out and keeps its focus and its place; what is in it changes. */
  function renew(element, fresh) {
    const focused = element.contains(document.activeElement) ? document.activeElement : null;
    change(element, fresh);
    if (focused && !focused.isConnected) alike(element, focused)?.focus({ preventScroll: true });
  }

  /* What took the place of a link or a field that had the focus. */
  function alike(element, gone) {
    if (gone.id) return document.getElementById(gone.id);
    const href = gone.getAttribute("href");
    return href && $(`a[href="${CSS.escape(href)}"]`, element);
  }

  function change(element, fresh) {
    if (element.innerHTML === fresh.innerHTML) return;
    for (const node of [...element.childNodes]) if (!("keep" in (node.dataset ?? {}))) node.remove();
    let kept = element.firstChild;
    for (const node of [...fresh.childNodes]) {
      if (kept && node.id === kept.id) {
        if (kept.innerHTML !== node.innerHTML) kept.replaceChildren(...node.childNodes);
        kept = kept.nextSibling;
      } else element.insertBefore(node, kept);
    }
    while (kept) {
      const gone = kept;
      kept = kept.nextSibling;
      gone.remove();
    }
  }

  function poll(element) {
    if (element.dataset.pollReady) return;
    element.dataset.pollReady = "true";
    let wait = 800;
    const ask = async () => {
      if (!element.isConnected) return;
      if (document.hidden) { setTimeout(ask, 2000); return; }
      try {
        const answer = await fetch(element.dataset.poll, { headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok || answer.redirected) return;
        const html = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = html.getElementById(element.id) ?? html.body.firstElementChild;
        if (!fresh) return;
        const before = element.textContent;
        renew(element, fresh);
        for (const other of $$(`[data-with="${CSS.escape(element.id)}"]`, html)) {
          const here = document.getElementById(other.id);
          if (here) renew(here, other);
        }
        if (!fresh.dataset.poll) {
          element.removeAttribute("data-poll");
          element.dispatchEvent(new CustomEvent("vm:settled", { bubbles: true }));
          return;
        }
        wait = element.textContent === before ? Math.min(wait * 1.4, 8000) : 800;
      } catch { wait = 8000; }
      setTimeout(ask, wait);
    };
    setTimeout(ask, wait);
  }

  /* ---- Standard answers: found by their words, put where the text's cursor is ------------------------------- */

  function offerAnswers(details) {
    if (details.dataset.answersReady) return;
    details.dataset.answersReady = "true";
    const typed = $("input", details);
    const list = $("[data-answers-list]", details);
    let timer = 0;
    let asked = 0;
    const ask = async () => {
      const mine = ++asked;
      try {
        const answer = await fetch(details.dataset.answers + encodeURIComponent(typed.value), { headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok || answer.redirected || mine !== asked) return;
        list.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.children);
      } catch { list.textContent = words().offline; }
    };
    details.addEventListener("toggle", () => { if (details.open) { typed.focus(); ask(); } });
    typed.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 250); });
    typed.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); ask(); } });
  }

  function onInsert(event) {
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const area = document.getElementById(button.dataset.insert);
    const text = $("[data-insert-text]", button.closest("li")).textContent;
    const before = area.value.slice(0, area.selectionStart);
    const gap = before.trim() === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    area.setRangeText(gap + text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  }

  /* ---- The bell: rung by the server while the page is in sight; where no line opens or holds, its number is asked.
     Nothing is asked for whoever is gone, so that no session outlives its user; a line touches no session. ---- */

  const COUNT_EVERY = 20000;
  const GONE_AFTER = 600000;
  const OUT_OF_SIGHT = 30000;
  const SILENT_AFTER = 70000;
  const LONGEST_BACK_OFF = 600000;
  let lastSign = Date.now();
  for (const sign of ["keydown", "pointerdown", "pointermove", "scroll"]) {
    document.addEventListener(sign, () => { lastSign = Date.now(); }, { passive: true, capture: true });
  }

  function count(bell) {
    let line = null;
    let heard = 0;
    let backOff = COUNT_EVERY;
    let again = 0;
    let next = 0;
    let hiding = 0;

    const show = (number) => {
      const before = $(".n", bell).textContent;
      $(".n", bell).textContent = number === "0" ? "" : number;
      bell.setAttribute("aria-label", bell.dataset.label.replace("{0}", number));
      if (number !== "0" && number !== before) $("#bell-said").textContent = bell.getAttribute("aria-label");
    };
    const drop = () => {
      line?.close();
      line = null;
      delete bell.dataset.rung;
    };
    const open = (pass) => {
      const mine = new WebSocket(`${location.origin.replace("http", "ws")}${bell.dataset.line}?pass=${encodeURIComponent(pass)}`);
      line = mine;
      heard = Date.now();
      mine.addEventListener("message", ({ data }) => {
        if (line !== mine) return;
        heard = Date.now();
        backOff = COUNT_EVERY;
        bell.dataset.rung = "true";
        if (data !== ".") show(data);
      });
      mine.addEventListener("close", () => {
        if (line !== mine) return;
        drop();
        again = Date.now() + backOff;
        backOff = Math.min(backOff * 2, LONGEST_BACK_OFF);
      });
    };
    const ask = async () => {
      const answer = await fetch(bell.dataset.count, { headers: { "X-Requested-With": "fetch" } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) return false;
      if (!answer.ok) return true;
      show(await answer.text());
      const pass = answer.headers.get("Bell-Pass");
      if (pass && !line && Date.now() >= again) open(pass);
      return true;
    };
    const look = async () => {
      if (line && Date.now() - heard > SILENT_AFTER) drop();
      if (!line && !document.hidden && Date.now() - lastSign < GONE_AFTER) {
        try { if (!(await ask())) return; } catch { /* the next time */ }
      }
      later(COUNT_EVERY);
    };
    const later = (wait) => { clearTimeout(next); next = setTimeout(look, wait); };
    document.addEventListener("visibilitychange", () => {
      clearTimeout(hiding);
      if (document.hidden) hiding = setTimeout(drop, OUT_OF_SIGHT); else if (!line) later(0);
    });
    later(1000);
  }

  /* ---- The chart: a level at a time; a unit let fall on another asks to go under it ------------------------- */

  const UNIT = "application/x-vaguemestre-unit";

  /* It looks like a button, so the space bar presses it too. */
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches("[data-branch]")) { event.preventDefault(); event.target.click(); }
  });

  async function onBranch(event) {
    const toggle = event.target.closest("[data-branch]");
    if (!toggle || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const item = toggle.closest("li");
    const open = toggle.getAttribute("aria-expanded") !== "true";
    if (open && !$(":scope > ul", item)) {
      try {
        const answer = await fetch(toggle.dataset.branch, { headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok || answer.redirected) { location.assign(toggle.href); return; }
        item.append($("ul", new DOMParser().parseFromString(await answer.text(), "text/html")));
      } catch { location.assign(toggle.href); return; }
    }
    toggle.setAttribute("aria-expanded", String(open));
    $(":scope > ul", item).hidden = !open;
  }

  const taker = (event) => event.dataTransfer?.types.includes(UNIT) ? event.target.closest?.(".node[data-takes]") : null;
  document.addEventListener("dragstart", (event) => {
    const node = event.target.closest?.(".node[draggable=true]");
    if (node) event.dataTransfer.setData(UNIT, node.dataset.unit);
  });
  ["dragover", "dragleave", "drop"].forEach((kind) => document.addEventListener(kind, (event) => {
    const node = taker(event);
    if (!node) return;
    node.classList.toggle("over", kind === "dragover");
    if (kind === "dragleave") return;
    event.preventDefault();
    if (kind === "drop") location.assign(`/admin/move.xhtml?code=${encodeURIComponent(event.dataTransfer.getData(UNIT))}&to=${encodeURIComponent(node.dataset.unit)}`);
  }));

  /* ---- An open form keeps its letter reserved while the page lives, and frees it when the page is left ------- */

  function hold(element) {
    if (element.dataset.holdReady) return;
    element.dataset.holdReady = "true";
    let sent = false;
    const say = (query) => fetch(element.dataset.hold + query, { method: "POST", keepalive: true, headers: { "X-Requested-With": "fetch" } });
    const beat = async () => {
      if (sent || !element.isConnected) return;
      try {
        const answer = await say("");
        if (answer.status === 200 && !answer.redirected) { $("[data-hold-lost]", element).hidden = false; return; }
      } catch { /* the next beat tries again */ }
      setTimeout(beat, 45000);
    };
    setTimeout(beat, 3000);
    element.parentElement.addEventListener("submit", () => { sent = true; });
    addEventListener("pagehide", () => { if (!sent && element.isConnected) say("&leave=true"); });
  }

  /* ---- Start, and again for what arrives later ------------------------------------------------------------- */

  /* PrimeFaces calls the tokens of a multiple autocomplete options of a listbox, with an input among them: a plain list is true. */
  function plainList(list) {
    list.setAttribute("role", "list");
    list.removeAttribute("aria-orientation");
    const label = document.getElementById(`${list.parentElement.id}-label`);
    if (label) list.setAttribute("aria-labelledby", label.id);
    for (const item of list.children) { item.setAttribute("role", "listitem"); item.removeAttribute("aria-selected"); }
  }

  /* A list of suggestions never outlives the choice: it would lie over the next field and take its Enter. A choice
     made while the list still fades in leaves it open (so nothing fades), and one asked for before the choice, or before the field
     was left, comes late (so it is forgotten). */
  function settleSuggestions() {
    const suggesting = window.PrimeFaces?.widget?.AutoComplete?.prototype;
    if (!suggesting || suggesting.forget) return;
    PrimeFaces.utils.disableAnimations();
    const choose = suggesting.addItem;
    suggesting.forget = function () { this.requestId = (this.requestId || 0) + 1; this.deleteTimeout(); };
    suggesting.addItem = function (item) { this.forget(); return choose.call(this, item); };
    document.addEventListener("focusout", ({ target }) => {
      if (target.matches(".ui-autocomplete-input")) PrimeFaces.getWidgetById(target.closest(".ui-autocomplete").id)?.forget();
    });
  }

  function grow(root) {
    settleSuggestions();
    $$(".ui-autocomplete-multiple-container", root).forEach(plainList);
    $$("form[data-draft]", root).forEach(keepDrafts);
    $$("[data-drop]", root).forEach(takeFiles);
    $$(".field:has(> .drop):not([data-drop])", root).forEach(takeFiles);
    $$("[data-poll]", root).forEach(poll);
    $$("[data-picks]", root).forEach(showPicked);
    $$("[data-answers]", root).forEach(offerAnswers);
    $$("[data-hold]", root).forEach(hold);
    /* Who began to write before the page was ready goes on where they are. */
    const writing = root === document && document.activeElement?.matches(":is(input, textarea, select):not([autofocus])");
    $$("[data-focus]", root).forEach((e) => { e.removeAttribute("data-focus"); if (!writing) e.focus(); });
  }

  /* A double click sends once: the second would find what the first has left, and its answer be the one that is seen. */
  let pressed = { button: null, at: 0 };
  function onceOnly(event) {
    if (event.defaultPrevented || !event.submitter) return;
    if (event.submitter === pressed.button && event.timeStamp - pressed.at < 1000) event.preventDefault();
    else pressed = { button: event.submitter, at: event.timeStamp };
  }

  /* Without https a browser gives no clipboard: what is selected is copied the old way. */
  function onCopy(event) {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    $(button.dataset.copy).select();
    if (document.execCommand("copy")) button.textContent = button.dataset.copied;
  }

  $$("[data-count]").forEach(count);
  /* What looks like an address in somebody's letter is not made a link, and the viewer keeps nothing of its own in the browser. */
  document.addEventListener("webviewerloaded", ({ detail }) => detail.source.PDFViewerApplicationOptions.setAll({ disablePreferences: true, enableAutoLinking: false }));
  document.addEventListener("keydown", onKey);
  for (const back of ["mouseout", "focusin"]) document.addEventListener(back, () => document.documentElement.classList.remove("unpeeked"));
  document.addEventListener("click", (event) => {
    onRow(event);
    onBranch(event);
    onPickClick(event);
    onInsert(event);
    onCopy(event);
    const open = event.target.closest("[data-open]");
    if (open?.dataset.open === "keys") showKeys(); else if (open) document.getElementById(open.dataset.open)?.showModal();
    const close = event.target.closest("[data-close]");
    if (close) document.getElementById(close.dataset.close)?.close();
    $$("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target) || open) menu.open = false; });
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("change", (event) => {
    onPick(event);
    if (event.target.matches("[data-keys-single]")) setSingle(event.target.checked);
    if (event.target.matches("[data-auto-submit]")) event.target.form.requestSubmit();
  });
  document.addEventListener("submit", onceOnly);
  document.documentElement.classList.toggle("keys-off", !single());
  const login = $("form[data-login]");
  if (login) atLogin(login);
  grow(document);
  new MutationObserver((changes) => {
    if (changes.some((c) => [...c.addedNodes].some((n) => n.nodeType === 1))) grow(document);
  }).observe(document.body, { childList: true, subtree: true });
})();

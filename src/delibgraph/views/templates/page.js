"use strict";
/* The picture and the panel of the page. A pair is an arrow, its proxies are what it stands for: proxies, grants, presences.
   A large graph is drawn one ego network at a time: who stands on stage is drawn, the rest waits in the lists.
   All texts from documents are set as text, never as markup. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { members, pairs, sittings, blocks, words, large, currency, heads, site } = data;
  const LISTED = 200, NEAR = 120;
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const say = (key) => words[root.lang][key];

  /* Language */
  const language = byId("language");
  function speak(lang) {
    root.lang = lang;
    language.textContent = say("language");
    language.lang = lang === "fr" ? "en" : "fr";
    for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
    for (const node of document.querySelectorAll("time")) node.textContent = day(node.dateTime);
    for (const node of document.querySelectorAll("[data-amount]")) node.textContent = money(node.dataset.amount);
    document.title = [say("heading"), document.querySelector(".about")?.textContent].filter(Boolean).join(" – ");
    if (graph) { byId("search").placeholder = say("search"); listSittings(); filters.speak(); refilter(); }
  }
  function day(iso) {
    const date = new Date(`${iso}T00:00:00Z`);
    if (!iso || Number.isNaN(date.getTime())) return iso || say("undated");
    return new Intl.DateTimeFormat(root.lang === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
  }

  function money(amount) {
    const cents = Number.isInteger(Number(amount)) ? 0 : 2;
    return new Intl.NumberFormat(root.lang === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency, minimumFractionDigits: cents, maximumFractionDigits: cents }).format(amount);
  }

  const graph = byId("graph");
  language.hidden = false;
  language.addEventListener("click", () => speak(root.lang === "fr" ? "en" : "fr"));
  if (!graph) { speak(navigator.language.startsWith("fr") ? "fr" : "en"); return; }

  /* Small helpers */
  function shape(tag, className, parent, attributes = {}) {
    const node = document.createElementNS(graph.namespaceURI, tag);
    node.setAttribute("class", className);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return parent.appendChild(node);
  }
  function element(tag, className, ...children) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children.filter((child) => child !== null));
    return node;
  }
  function button(className, onClick, ...children) {
    const node = element("button", className, ...children);
    node.type = "button";
    node.addEventListener("click", onClick);
    return node;
  }
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const unit = (ax, ay, bx, by) => { const d = Math.hypot(bx - ax, by - ay) || 1; return [(bx - ax) / d, (by - ay) / d]; };

  /* State */
  const view = { k: 1, x: 0, y: 0 };
  const state = { chosen: null, hovered: null, sitting: null, query: "" };
  const links = members.map(() => []);
  pairs.forEach((pair, i) => { links[pair.grantor].push(i); if (pair.holder !== pair.grantor) links[pair.holder].push(i); });
  let open = null, least = 1;
  const filters = filtersOf(sittings, say, day, () => { state.sitting = null; select.value = ""; refilter(); });
  function refilter() { open = state.sitting === null ? filters.open() : new Set([state.sitting]); least = filters.least(); refresh(); fit(); for (const node of document.querySelectorAll("tbody button[data-pair]")) node.closest("tr").hidden = !shown(Number(node.dataset.pair)); }
  const shown = (i) => times(i) >= least;
  const seen = (i) => links[i].some(shown);
  const held = (i) => sum(links[i].filter((p) => pairs[p].holder === i));
  const given = (i) => sum(links[i].filter((p) => pairs[p].grantor === i));
  const sum = (list) => list.reduce((total, p) => total + (shown(p) ? worth(p) : 0), 0);
  const proxiesOf = (p) => (pairs[p].proxies || []).filter((proxy) => !open || open.has(proxy.sitting));
  const times = (p) => (open ? proxiesOf(p).length : pairs[p].times);
  const worth = (p) => (!currency ? times(p) : open ? proxiesOf(p).reduce((total, proxy) => total + proxy.amount, 0) : pairs[p].amount);
  const figure = (value) => (currency ? money(value) : value);

  /* Shapes: all of them at once, or those of an ego network */
  const layers = ["pairs", "bodies", "members", "names"].map((name) => shape("g", name, graph));
  const arrows = [], dots = [], stage = { members: [], pairs: [] };
  const headings = blocks.length > 1 ? blocks.filter((block) => block.body).map((block) => {
    const text = shape("text", "body-name", layers[1]);
    text.textContent = block.body;
    return { block, text, width: 0 };
  }) : [];
  function enter(people, ties) {
    for (const layer of [layers[0], layers[2], layers[3]]) layer.replaceChildren();
    arrows.length = dots.length = 0;
    Object.assign(stage, { members: people, pairs: ties });
    graph.classList.toggle("dense", ties.length > 600);
    for (const i of ties) {
      const group = shape("g", "pair", layers[0], { "data-pair": i });
      arrows[i] = { group, hit: shape("path", "hit", group), line: shape("path", "line", group, { "stroke-width": pairs[i].width }), head: shape("polygon", "head", group) };
    }
    for (const i of people) {
      const group = shape("g", "member", layers[2], { "data-member": i });
      const touch = shape("circle", "touch", group), disc = shape("circle", members[i].held ? "disc holder" : "disc", group);
      const name = shape("text", "name", layers[3]);
      name.textContent = members[i].name;
      dots[i] = { group, touch, disc, name, width: 0 };
    }
    measure();
  }
  /* One member in the middle, the neighbours around it in rings, the strongest ties innermost */
  function enterEgo(i) {
    const tie = new Map();
    for (const p of links[i]) { const other = pairs[p].grantor === i ? pairs[p].holder : pairs[p].grantor; if (other !== i) tie.set(other, (tie.get(other) || 0) + worth(p)); }
    const near = [...tie.keys()].sort((a, b) => tie.get(b) - tie.get(a) || a - b), kept = near.slice(0, NEAR), on = new Set([i, ...kept]);
    Object.assign(members[i], { x: 0, y: 0 });
    for (let ring = 0, first = 0; first < kept.length; ring++) {
      const radius = 170 + 95 * ring, count = Math.min(Math.floor(radius / 17), kept.length - first);
      for (let n = 0; n < count; n++) {
        const turn = 2 * Math.PI * (n + (ring % 2) / 2) / count - Math.PI / 2;
        Object.assign(members[kept[first + n]], { x: radius * 1.5 * Math.cos(turn), y: radius * Math.sin(turn), above: Math.sin(turn) < 0 });
      }
      first += count;
    }
    const xs = [...on].map((m) => members[m].x), ys = [...on].map((m) => members[m].y), pad = 60;
    const left = Math.min(...xs) - pad, top = Math.min(...ys) - pad;
    for (const m of on) { members[m].x -= left; members[m].y -= top; }
    data.size = [Math.max(...xs) - left + pad, Math.max(...ys) - top + pad];
    const ties = new Set([...on].flatMap((m) => links[m].filter((p) => on.has(pairs[p].grantor) && on.has(pairs[p].holder))));
    enter([...on], [...ties].sort((a, b) => a - b));
    for (const p of ties) arrows[p].group.classList.toggle("aside", pairs[p].grantor !== i && pairs[p].holder !== i);
    state.ego = { member: i, all: near.length, shown: kept.length };
    fit();
  }
  function tellEgo() {
    const { all, shown: drawn } = state.ego;
    byId("ego").textContent = drawn < all ? say("ego").replace("{shown}", drawn).replace("{all}", all) : "";
  }
  function measure() {
    layers[1].setAttribute("font-size", 15);
    layers[3].setAttribute("font-size", 12);
    for (const i of stage.members) dots[i].width = dots[i].name.getComputedTextLength() + 6;
    for (const heading of headings) { heading.text.textContent = heading.block.body; heading.width = heading.text.getComputedTextLength(); }
  }

  /* Drawing */
  let waiting = false;
  function draw() { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; paint(); }); } }
  function paint() {
    const grow = Math.min(1.5, Math.max(0.5, Math.sqrt(view.k)));
    const spots = [];
    for (const i of stage.members) { const member = members[i]; spots[i] = { x: member.x * view.k + view.x, y: member.y * view.k + view.y, r: member.r * grow }; }
    for (const i of stage.pairs) placeArrow(arrows[i], pairs[i], spots[pairs[i].grantor], spots[pairs[i].holder], grow);
    dots.forEach((dot, i) => {
      dot.group.setAttribute("transform", `translate(${spots[i].x.toFixed(1)} ${spots[i].y.toFixed(1)})`);
      dot.disc.setAttribute("r", spots[i].r.toFixed(1));
      dot.touch.setAttribute("r", (spots[i].r + 6).toFixed(1));
    });
    const scale = Math.min(1.1, Math.max(0.85, Math.sqrt(view.k)));
    const headScale = Math.min(1.1, Math.max(0.7, Math.sqrt(view.k)));
    layers[1].setAttribute("font-size", (15 * headScale).toFixed(1));
    const bodies = new Set(headings.length ? stage.members.filter(seen).map((i) => members[i].body) : []);
    for (const { block, text, width } of headings) {
      text.classList.toggle("off", !bodies.has(block.body));
      const share = (block.width * view.k - 4) / (width * headScale);
      text.textContent = share >= 1 ? block.body : share * block.body.length < 4 ? "" : `${block.body.slice(0, Math.floor(share * block.body.length) - 1).trimEnd()}…`;
      text.setAttribute("x", (block.x * view.k + view.x + 4).toFixed(1));
      text.setAttribute("y", (block.y * view.k + view.y + Math.min(14, 34 * view.k - 5)).toFixed(1));
    }
    placeNames(spots, scale);
  }
  function placeArrow(arrow, pair, from, to, grow) {
    const width = Math.max(1, pair.width * grow);
    arrow.line.setAttribute("stroke-width", width.toFixed(1));
    if (pair.grantor === pair.holder) {
      const y = from.y - from.r, loop = `M${from.x - 3},${y} C${from.x - 18},${y - 18} ${from.x + 18},${y - 18} ${from.x + 3},${y}`;
      arrow.line.setAttribute("d", loop); arrow.hit.setAttribute("d", loop);
      return;
    }
    const bend = 0.13, cx = (from.x + to.x) / 2 + (to.y - from.y) * bend, cy = (from.y + to.y) / 2 - (to.x - from.x) * bend;
    const [ox, oy] = unit(from.x, from.y, cx, cy), [hx, hy] = unit(cx, cy, to.x, to.y);
    const length = 5 + 1.6 * width, half = 2.6 + 0.9 * width;
    const tx = to.x - hx * (to.r + 2), ty = to.y - hy * (to.r + 2), bx = tx - hx * length, by = ty - hy * length;
    arrow.tip = [bx, by];
    const [ex, ey] = heads ? [bx, by] : [tx, ty];
    const path = `M${(from.x + ox * (from.r + 1)).toFixed(1)},${(from.y + oy * (from.r + 1)).toFixed(1)} Q${cx.toFixed(1)},${cy.toFixed(1)} ${ex.toFixed(1)},${ey.toFixed(1)}`;
    arrow.line.setAttribute("d", path); arrow.hit.setAttribute("d", path);
    if (heads) arrow.head.setAttribute("points", `${tx.toFixed(1)},${ty.toFixed(1)} ${(bx - hy * half).toFixed(1)},${(by + hx * half).toFixed(1)} ${(bx + hy * half).toFixed(1)},${(by - hx * half).toFixed(1)}`);
  }

  /* Names: the ones that matter first, each where it covers no other name and no circle */
  function placeNames(spots, scale) {
    layers[3].setAttribute("font-size", (12 * scale).toFixed(1));
    const { width, height } = graph.getBoundingClientRect();
    const cells = new Map(), size = 80;
    const each = (box, act) => {
      for (let x = Math.floor(box[0] / size); x <= Math.floor(box[2] / size); x++)
        for (let y = Math.floor(box[1] / size); y <= Math.floor(box[3] / size); y++) act(`${x},${y}`);
    };
    const take = (box) => each(box, (cell) => { if (!cells.has(cell)) cells.set(cell, []); cells.get(cell).push(box); });
    const free = (box, own) => {
      let clear = true;
      each(box, (cell) => { for (const b of cells.get(cell) || []) if (b[4] !== own && b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1]) clear = false; });
      return clear;
    };
    const is = (i, dressing) => dots[i].group.classList.contains(dressing);
    const near = stage.members.filter((i) => !is(i, "off") && !is(i, "faded") && spots[i].x > -60 && spots[i].y > -30 && spots[i].x < width + 60 && spots[i].y < height + 30);
    for (const { text } of headings) { const b = text.getBBox(); take([b.x, b.y, b.x + b.width, b.y + b.height]); }
    stage.members.forEach((i) => { if (!is(i, "off")) take([spots[i].x - spots[i].r, spots[i].y - spots[i].r, spots[i].x + spots[i].r, spots[i].y + spots[i].r, i]); });
    if (stage.pairs.length < 600) stage.pairs.forEach((p) => { const tip = arrows[p].tip; if (tip && shown(p)) take([tip[0] - 3, tip[1] - 3, tip[0] + 3, tip[1] + 3]); });
    const rank = (i) => (is(i, "chosen") || i === state.ego?.member ? 2e6 : is(i, "lit") ? 1e6 : 0) + members[i].held * 2 + members[i].given;
    const on = new Set();
    for (const i of near.sort((a, b) => rank(b) - rank(a) || a - b)) {
      const { x, y, r } = spots[i], half = dots[i].width * scale / (is(i, "chosen") ? 1.8 : 2), up = [x, y - r - 5], down = [x, y + r + 12 * scale];
      const tries = [...(members[i].above ? [up, down] : [down, up]), [x + r + half + 2, y + 4], [x - r - half - 2, y + 4]];
      const inside = ([px]) => px - half > 0 && px + half < width;
      const at = tries.find((spot) => inside(spot) && free([spot[0] - half, spot[1] - 11, spot[0] + half, spot[1] + 4], i));
      const best = at || (i === state.hovered?.member || i === state.chosen?.member || i === state.ego?.member ? tries[0] : null);
      if (!best) continue;
      take([best[0] - half, best[1] - 11, best[0] + half, best[1] + 4, -1 - i]);
      dots[i].name.setAttribute("x", best[0].toFixed(1));
      dots[i].name.setAttribute("y", best[1].toFixed(1));
      on.add(i);
    }
    dots.forEach((dot, i) => dot.name.setAttribute("visibility", on.has(i) ? "visible" : "hidden"));
  }

  /* What is lit, faded or hidden */
  function mark() {
    const focus = state.hovered || state.chosen;
    const litPairs = new Set(), litMembers = new Set();
    if (focus?.pair !== undefined) litPairs.add(focus.pair);
    if (focus?.member !== undefined) { litMembers.add(focus.member); for (const p of links[focus.member]) if (shown(p)) litPairs.add(p); }
    for (const p of litPairs) { litMembers.add(pairs[p].grantor); litMembers.add(pairs[p].holder); }
    if (!focus && state.query && !large) members.forEach((member, i) => { if (seen(i) && plain(member.name).includes(state.query)) litMembers.add(i); });
    const some = Boolean(focus || (state.query && !large));
    arrows.forEach((arrow, i) => dress(arrow.group, { lit: litPairs.has(i), faded: some && !litPairs.has(i), off: !shown(i) }));
    dots.forEach((dot, i) => {
      const dressing = { lit: litMembers.has(i), faded: some && !litMembers.has(i), off: !seen(i), chosen: state.chosen?.member === i };
      dress(dot.group, dressing); dress(dot.name, dressing);
    });
    draw();
  }
  function dress(node, dressing) { for (const [name, on] of Object.entries(dressing)) node.classList.toggle(name, on); }

  /* Panel */
  const panel = byId("panel");
  function refresh() {
    if (large) tellEgo();
    panel.replaceChildren(...(state.chosen === null ? overview() : state.chosen.member !== undefined ? portrait(state.chosen.member) : encounter(state.chosen.pair)));
    mark();
  }
  function choose(what) {
    if (large && what) {
      const ego = what.member ?? (arrows[what.pair] ? null : pairs[what.pair].grantor);
      if (ego !== null && ego !== state.ego?.member) enterEgo(ego);
    }
    state.chosen = what; state.hovered = null; refresh(); panel.scrollTop = 0;
    filters.remember({ who: what?.member !== undefined ? members[what.member].iri : "" });
  }
  function row(label, count, onClick) { return element("li", "", button("row", onClick, element("span", "", label), element("span", "count", count))); }
  function tally(i) { return [[held(i), "held_one", "held"], [given(i), "given_one", "given"]].filter(([n]) => n).map(([n, one, many]) => `${figure(n)} ${say(n === 1 ? one : many)}`).join(" · "); }
  const strengths = large ? members.map((_, i) => held(i) || given(i)) : [];
  const strength = (i) => strengths[i];
  function overview() {
    const found = members.map((_, i) => i).filter((i) => seen(i) && plain(members[i].name).includes(state.query));
    if (!large) found.sort((a, b) => held(b) - held(a) || given(b) - given(a) || members[a].name.localeCompare(members[b].name, "fr"));
    else found.sort((a, b) => strength(b) - strength(a) || a - b);
    if (!found.length) return [element("p", "between", say("nobody"))];
    return [element("h3", "", say("ranking")), element("ol", "", ...found.slice(0, LISTED).map((i) => row(members[i].name, tally(i), () => choose({ member: i })))),
      ...(found.length > LISTED ? [element("p", "between", `${found.length - LISTED} ${say("more")}`)] : [])];
  }
  function back() { return button("quiet back", () => choose(null), `← ${say("back")}`); }
  function portrait(i) {
    const list = (key, own, other) => {
      const mine = links[i].filter((p) => pairs[p][own] === i && shown(p)).sort((a, b) => worth(b) - worth(a));
      return mine.length ? [element("h3", "", say(key)), element("ul", "", ...mine.map((p) => row(members[pairs[p][other]].name, currency ? money(worth(p)) : `${times(p)} ×`, () => choose({ pair: p }))))] : [];
    };
    return [back(), element("h2", "", members[i].name), element("p", "between", [members[i].body, tally(i)].filter(Boolean).join(" · ")), ...pageOf(members[i].iri),
      ...list("holds_for", "holder", "grantor"), ...list("gave_to", "grantor", "holder")];
  }
  function encounter(p) {
    const { grantor, holder } = pairs[p];
    const head = (i) => element("h2", "", button("", () => choose({ member: i }), members[i].name));
    return [back(), head(grantor), element("p", "between", say("gave")), head(holder), element("h3", "", `${say("times")} (${times(p)})`), ...(large ? [element("p", "between", say("evidence"))] : proxiesOf(p).map(told))];
  }
  /* In the explorer everything has a page of its own */
  function pageOf(iri) {
    if (!site || !iri.startsWith(site.ids)) return [];
    const link = element("a", "", say("its_page"));
    link.href = `/id/${iri.slice(site.ids.length)}?lang=${root.lang}`;
    return [element("p", "", link)];
  }
  function told(proxy) {
    const sitting = sittings[proxy.sitting], time = element("time", "", day(sitting.date));
    time.dateTime = sitting.date || "";
    const bounds = ["from", "until"].filter((key) => proxy[key]).map((key) => `${say(key)} ${proxy[key]}`).join(", ");
    const quotes = (proxy.quotes || []).map((quote) => { const node = element("blockquote", "", quote); node.lang = "fr"; return node; });
    const where = [sitting.body, sitting.organ].filter(Boolean).join(" · ");
    const act = [proxy.number, proxy.title].filter(Boolean).join(" · "), what = [proxy.kind, proxy.purpose].filter(Boolean).join(" · ");
    return element("article", "told", time, currency ? element("strong", "sum", money(proxy.amount)) : null, where ? element("p", "", where) : null,
      ...pageOf(sitting.iri), act ? element("p", "", act) : null, what ? element("p", "", what) : null, bounds ? element("p", "", bounds) : null, ...quotes,
      proxy.documents?.length ? element("p", "", `${say("documents")} ${proxy.documents.join(", ")}`) : null);
  }

  /* Controls */
  const select = byId("sitting");
  function listSittings() {
    const option = (value, text) => { const node = element("option", "", text); node.value = value; return node; };
    const several = new Set(sittings.map((s) => `${s.body} ${s.organ}`)).size > 1;
    const label = (s) => [day(s.date), ...(several ? [s.body, s.organ] : [])].filter(Boolean).join(" · ");
    select.replaceChildren(option("", say("all_sittings")), ...sittings.map((s, i) => option(i, `${label(s)} (${s.proxies})`)));
    select.value = state.sitting ?? "";
  }
  select.addEventListener("change", () => { state.sitting = select.value === "" ? null : Number(select.value); filters.remember({ sitting: state.sitting === null ? "" : sittings[state.sitting].iri }); refilter(); });
  const search = byId("search");
  search.addEventListener("input", () => { state.query = plain(search.value.trim()); choose(null); });
  search.addEventListener("keydown", (event) => {
    const first = panel.querySelector("ol .row");
    if (event.key === "Enter" && state.query && first) first.click();
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  });
  panel.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], rows = [...panel.querySelectorAll(".row")];
    const next = rows[rows.indexOf(document.activeElement) + step];
    if (step && next) { event.preventDefault(); next.focus(); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && state.chosen) { choose(null); (search.value ? search : panel).focus(); } });

  /* Pan and zoom */
  const box = () => graph.getBoundingClientRect();
  function fit() {
    const { width, height } = box(), margin = 28, on = open || least > 1 ? stage.members.filter(seen).map((i) => members[i]) : [];
    let [left, top, w, h] = [0, 0, ...data.size];
    if (on.length) {
      const xs = on.map((member) => member.x), ys = on.map((member) => member.y), room = 50;
      [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
      [w, h] = [Math.max(...xs) - left + room, Math.max(...ys) - top + room];
    }
    view.k = Math.min(1.6, (width - 2 * margin) / w, (height - 2 * margin) / h);
    view.x = (width - w * view.k) / 2 - left * view.k; view.y = (height - h * view.k) / 2 - top * view.k;
    draw();
  }
  function zoom(factor, x = box().width / 2, y = box().height / 2) {
    const k = Math.min(8, Math.max(0.03, view.k * factor));
    view.x = x - (x - view.x) * k / view.k; view.y = y - (y - view.y) * k / view.k; view.k = k;
    draw();
  }
  function pan(dx, dy) { view.x += dx; view.y += dy; draw(); }
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("fit").addEventListener("click", fit);
  graph.addEventListener("keydown", (event) => {
    const keys = { ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60), "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: fit };
    if (!event.ctrlKey && !event.metaKey && keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  graph.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = box();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.004)), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });

  /* Pointer: one drags, two pinch, a short press chooses */
  const fingers = new Map();
  let travelled = 0;
  const targetOf = (node) => {
    const group = node.closest?.("[data-member], [data-pair]");
    if (!group || !graph.contains(group)) return null;
    return group.dataset.member !== undefined ? { member: Number(group.dataset.member) } : { pair: Number(group.dataset.pair) };
  };
  graph.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event); travelled = 0; });
  graph.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) { hover(targetOf(event.target)); return; }
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    travelled += Math.hypot(dx, dy);
    if (travelled > 4 && !graph.hasPointerCapture(event.pointerId)) { graph.setPointerCapture(event.pointerId); graph.classList.add("dragging"); }
    if (fingers.size === 2) pinch(event, before); else if (travelled > 4) pan(dx, dy);
    fingers.set(event.pointerId, event);
  });
  function pinch(event, before) {
    const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId), at = box();
    const apart = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
    zoom(apart(event, other) / apart(before, other), (event.clientX + other.clientX) / 2 - at.left, (event.clientY + other.clientY) / 2 - at.top);
  }
  const release = (event) => { fingers.delete(event.pointerId); graph.classList.remove("dragging"); };
  graph.addEventListener("pointerup", release);
  graph.addEventListener("pointercancel", release);
  graph.addEventListener("pointerleave", () => hover(null));
  graph.addEventListener("click", (event) => { if (travelled <= 4) choose(targetOf(event.target)); });
  function hover(what) {
    if (JSON.stringify(what) === JSON.stringify(state.hovered)) return;
    state.hovered = what;
    mark();
  }

  /* Table: sort, and show a row in the picture */
  for (const node of document.querySelectorAll("[data-pair][hidden]")) node.hidden = false;
  document.querySelector("tbody").addEventListener("click", (event) => {
    const shower = event.target.closest("button[data-pair]");
    if (!shower) return;
    if (state.sitting !== null) { select.value = ""; state.sitting = null; refilter(); }
    choose({ pair: Number(shower.dataset.pair) });
    byId("graph").scrollIntoView({ block: "center" });
    panel.focus({ preventScroll: true });
  });
  sortable();

  const spoken = ["fr", "en"].find((lang) => filters.asked.get("lang") === lang) || (navigator.language.startsWith("fr") ? "fr" : "en");
  root.lang = spoken;
  if (large) enterEgo(strengths.reduce((best, value, i) => (value > strengths[best] ? i : best), 0));
  else enter(members.map((_, i) => i), pairs.map((_, i) => i));
  const at = sittings.findIndex((sitting) => sitting.iri === filters.asked.get("sitting"));
  if (at >= 0) state.sitting = at;
  speak(spoken);
  const who = members.findIndex((member) => member.iri === filters.asked.get("who"));
  if (who >= 0) choose({ member: who });
  new ResizeObserver(fit).observe(graph);
  document.fonts?.ready.then(() => { measure(); draw(); });
})();

"use strict";
/* The filters of the page: body, organ, period, how often at least. They stand in the address, so that what one sees can be sent on;
   a page opened from disk keeps them behind the #. All texts from documents are set as text, never as markup. */
function filtersOf(sittings, say, day, changed) {
  const byId = (id) => document.getElementById(id), form = byId("filters");
  const onDisk = location.protocol === "file:", asked = new URLSearchParams(onDisk ? location.hash.slice(1) : location.search);
  const dates = [...new Set(sittings.map((sitting) => sitting.date).filter(Boolean))].sort(), last = Math.max(0, dates.length - 1);
  const body = byId("of-body"), organ = byId("of-organ"), since = byId("since"), through = byId("through"), least = byId("least");
  const names = (key, among) => [...new Set(among.map((sitting) => sitting[key]).filter(Boolean))].sort((a, b) => a.localeCompare(b, "fr"));
  const reaches = () => sittings.filter((sitting) => !body.value || sitting.body === body.value);

  function list(select, all, values) {
    const kept = select.value, option = (value, text) => { const node = document.createElement("option"); node.value = value; node.textContent = text; return node; };
    select.replaceChildren(option("", all), ...values.map((value) => option(value, value)));
    select.value = values.includes(kept) ? kept : "";
    select.disabled = values.length < 2 && !select.value;
  }
  function speak() {
    list(body, say("all_bodies"), names("body", sittings));
    list(organ, say("all_organs"), names("organ", reaches()));
    for (const slider of [since, through]) {
      const told = dates.length ? day(dates[slider.value]) : "";
      slider.setAttribute("aria-valuetext", told);
      byId(`${slider.id}-day`).textContent = told;
    }
  }
  function values() {
    const whole = Number(since.value) === 0 && Number(through.value) === last;
    return { body: body.value, organ: organ.value, since: whole ? "" : dates[since.value], through: whole ? "" : dates[through.value], least: Number(least.value) > 1 ? least.value : "" };
  }
  function remember(more = {}) {
    const address = new URLSearchParams(onDisk ? location.hash.slice(1) : location.search);
    for (const [key, value] of Object.entries({ ...values(), ...more })) if (value) address.set(key, value); else address.delete(key);
    try { history.replaceState(null, "", onDisk ? `#${address}` : `?${address}`); } catch { /* a browser that lets no page on disk do so */ }
  }
  /* The numbers of the sittings that pass, or null where all do */
  function open() {
    const { body: of, organ: by, since: from, through: to } = values();
    if (!of && !by && !from && !to) return null;
    const passes = (sitting) => (!of || sitting.body === of) && (!by || sitting.organ === by) && (!from || (sitting.date && sitting.date >= from && sitting.date <= to));
    return new Set(sittings.map((_, i) => i).filter((i) => passes(sittings[i])));
  }
  function start() {
    for (const slider of [since, through]) { slider.max = last; slider.disabled = dates.length < 2; }
    const place = (value, otherwise) => { const at = value ? dates.findIndex((date) => date >= value) : -1; return at < 0 ? otherwise : at; };
    const until = asked.get("through"), after = until ? dates.filter((date) => date <= until).length - 1 : last;
    since.value = place(asked.get("since"), 0);
    through.value = Math.max(after, Number(since.value));
    list(body, "", names("body", sittings)); body.value = asked.get("body") || ""; if (!body.value) body.value = "";
    list(organ, "", names("organ", reaches())); organ.value = asked.get("organ") || ""; if (!organ.value) organ.value = "";
    least.value = Math.max(1, Number.parseInt(asked.get("least"), 10) || 1);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === since && Number(since.value) > Number(through.value)) through.value = since.value;
    if (event.target === through && Number(through.value) < Number(since.value)) since.value = through.value;
    speak(); remember({ sitting: "" }); changed();
  });
  byId("reset").addEventListener("click", () => { body.value = organ.value = ""; since.value = 0; through.value = last; least.value = 1; speak(); remember({ sitting: "" }); changed(); });
  start();
  if (sittings.length) form.hidden = false;
  return { asked, open, speak, remember, least: () => Math.max(1, Number(least.value) || 1) };
}

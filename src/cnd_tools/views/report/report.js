"use strict";
// Filters and search. Without this script the whole report is there, unfiltered.

const HITS = "found";

// As the reader types it: any case, straight quotes, plain hyphens. One character stays one, so that places hold.
function plain(text) {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[‐‑]/g, "-").toLowerCase();
}

// The places of `wanted` in an element's text, as ranges, also where a hit goes on from one mark into the next.
function* places(element, wanted) {
  const nodes = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let start = 0; walker.nextNode(); start += walker.currentNode.length) {
    nodes.push({ node: walker.currentNode, start });
  }
  const whole = nodes.map(({ node }) => node.data).join("");
  const text = plain(whole);
  if (text.length !== whole.length) return;
  const at = (offset) => nodes.findLast(({ start }) => start <= offset);
  for (let hit = text.indexOf(wanted); hit >= 0; hit = text.indexOf(wanted, hit + wanted.length)) {
    const first = at(hit);
    const last = at(hit + wanted.length - 1);
    const range = new Range();
    range.setStart(first.node, hit - first.start);
    range.setEnd(last.node, hit + wanted.length - last.start);
    yield range;
  }
}

function listen(form) {
  const section = document.getElementById(form.dataset.for);
  const items = [...section.querySelectorAll("[data-item]")].map((element) => {
    const words = [...element.querySelectorAll("[data-words]")];
    return { element, words, text: words.map((one) => plain(one.textContent)).join("\n") };
  });
  const asides = section.querySelectorAll("[data-aside]");
  const groups = section.querySelectorAll("[data-group]");
  const said = form.querySelector("output");
  const highlights = window.CSS && CSS.highlights;

  function filter() {
    const search = plain(form.elements.search ? form.elements.search.value.trim() : "");
    const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
    const ranges = [];
    let shown = 0;
    for (const { element, words, text } of items) {
      const fits = chosen.every((select) => (element.dataset[select.name] || "").split(" ").includes(select.value));
      element.hidden = !(fits && text.includes(search));
      shown += !element.hidden;
      if (highlights && search.length > 1 && !element.hidden) {
        for (const one of words) ranges.push(...places(one, search));
      }
    }
    const all = !search && !chosen.length;
    for (const aside of asides) aside.hidden = !all;
    for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])") && !all;
    said.value = all ? `${items.length} paragraphs` : `${shown} of ${items.length} paragraphs`;
    if (all) for (const one of section.querySelectorAll("details[data-opened]")) one.open = false;
    else for (const one of section.querySelectorAll("details:not([open])")) { one.open = true; one.dataset.opened = ""; }
    if (highlights) CSS.highlights.set(`${HITS}-${section.id}`, new Highlight(...ranges));
  }

  // What is chosen stands in the address, so that it can be mailed, and is taken from it: #texts?themes=corruption.
  function told() {
    filter();
    const chosen = [...form.elements].filter((one) => one.name && one.value).map((one) => [one.name, one.value]);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", `#${section.id}${query && "?"}${query}`);
  }

  function taken() {
    const [id, query] = location.hash.slice(1).split("?");
    if (id !== section.id || query === undefined) return;
    const wanted = new URLSearchParams(query);
    for (const one of form.elements) {
      const value = wanted.get(one.name) || "";
      if (!one.name) continue;
      one.value = value;
      if (one.value !== value && one.add) one.add(new Option(value, value, false, true)); // what no paragraph has
    }
    filter();
    section.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("input", told);
  window.addEventListener("hashchange", taken);
  form.addEventListener("reset", () => requestAnimationFrame(told));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
  taken();
}

document.querySelectorAll("form.filters").forEach(listen);

// A link to a paragraph that a filter hides takes the filter away.
window.addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.hidden) return;
  document.querySelector('form.filters[data-for="texts"]').reset();
  requestAnimationFrame(() => target.scrollIntoView());
});

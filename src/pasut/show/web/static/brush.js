// Links the curve of a dyad with its table of events: what is brushed is listed, a day that is clicked is explained.
"use strict";

(() => {
  const figure = document.querySelector('figure[data-chart="curve"]');
  if (!figure) return;
  const DAY = 86400000;
  const STILL = 4; // pixels that a hand moves while it clicks
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const spec = JSON.parse(document.getElementById("spec-curve").textContent);
  let asked = null;

  // The table of the days chosen, as the page of events writes it.
  const list = async (query) => {
    const section = document.getElementById("events");
    asked?.abort();
    asked = new AbortController();
    section.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${section.dataset.events.split("?")[0]}?${query}`, { signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = answer.ok && page.getElementById("events");
      if (!found) return;
      const form = found.querySelector("form.filter");
      if (form) form.setAttribute("action", window.location.pathname);
      section.replaceChildren(...document.adoptNode(found).childNodes);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      section.removeAttribute("aria-busy");
    }
  };

  const choose = (days) => {
    const query = new URLSearchParams(window.location.search);
    for (const name of ["from", "to", "_next"]) query.delete(name);
    if (days) {
      query.set("from", iso(days[0]));
      query.set("to", iso(days[1]));
    }
    const said = query.toString();
    window.history.replaceState(null, "", window.location.pathname + (said ? `?${said}` : ""));
    list(said);
  };

  const whole = (days) => {
    const ends = [Math.min(...days), Math.max(...days)];
    return ends[1] - ends[0] < DAY ? null : [Math.round(ends[0] / DAY) * DAY, Math.round(ends[1] / DAY) * DAY];
  };

  // The day under the pointer, where that is over the curve of both directions.
  const dayAt = (pointer) => {
    const plot = figure.querySelector(".index_group path.background");
    if (!plot) return null;
    const box = plot.getBoundingClientRect();
    const part = (pointer.clientX - box.left) / box.width;
    if (part < 0 || part > 1 || pointer.clientY < box.top || pointer.clientY > box.bottom) return null;
    const [first, last] = [Date.parse(spec.usermeta.first), Date.parse(spec.usermeta.last)];
    return first + Math.round((part * (last - first)) / DAY) * DAY;
  };

  // What the index was on the day under the pointer.
  const told = document.createElement("output");
  figure.prepend(told);
  const language = document.documentElement.lang;
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const points = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "always" });
  const rows = spec.usermeta.points.map(([name, ...values]) => [Date.parse(name), values]);
  const tell = (time) => {
    const [nearest, values] = rows.reduce((best, each) => (Math.abs(each[0] - time) < Math.abs(best[0] - time) ? each : best));
    const [low, mean, high] = values.map((value) => points.format(value).replace("-", "−"));
    told.textContent = `${day.format(nearest)}: ${mean} (${low} … ${high})`;
  };
  figure.addEventListener("pointermove", (event) => {
    const time = dayAt(event);
    figure.classList.toggle("over", time !== null);
    if (time !== null) tell(time);
  });

  let view = null;
  const chosen = () => {
    const days = view?.signal("brush")?.day;
    return days ? whole(days.map(Number)) : null;
  };

  // A click explains the day, unless it ends a drag, takes back what was brushed, or follows a link.
  let down = null;
  figure.addEventListener("pointerdown", (event) => { down = { x: event.clientX, brushed: chosen() }; }, true);
  figure.addEventListener("click", (event) => {
    const time = dayAt(event);
    if (!down || time === null || down.brushed || Math.abs(event.clientX - down.x) > STILL || event.target.closest("a")) return;
    window.location.assign(spec.usermeta.path.replace(/(\?|$)/, `${iso(time)}$1`));
  });

  figure.addEventListener("drawn", (event) => {
    view = event.detail;
    let wait = 0;
    let before = JSON.stringify(chosen());
    view.addSignalListener("brush", () => {
      window.clearTimeout(wait);
      wait = window.setTimeout(() => {
        const now = JSON.stringify(chosen());
        if (now === before) return;
        before = now;
        choose(JSON.parse(now));
      }, 250);
    });
  });
})();

// Draws the charts over their captions. The numbers stand in tables beside them; without scripts a picture stands here.
"use strict";

(() => {
  // Colours are named as in the style, var(--warm), and so follow the theme by themselves. Panels below each other cannot
  // take their width from the page, so it is given to them; usermeta.margin is what stands beside the plots.
  const fitted = (spec, place) => {
    const margin = spec.usermeta?.margin;
    if (!spec.vconcat || margin === undefined) return { ...spec, width: spec.width ?? "container" };
    const width = Math.max(120, place.clientWidth - margin);
    return { ...spec, vconcat: spec.vconcat.map((panel) => ({ ...panel, width })) };
  };

  // For a chart that brings no look of its own.
  const look = {
    font: "system-ui, sans-serif",
    axis: { labelColor: "var(--ink)", titleColor: "var(--ink)", gridColor: "var(--line)", domainColor: "var(--line)", tickColor: "var(--line)" },
    legend: { labelColor: "var(--ink)", titleColor: "var(--ink)" },
    title: { color: "var(--ink)" },
    view: { stroke: null },
  };

  // The interpreter (ast) needs no eval, which the page's policy forbids.
  const draw = async (figure) => {
    const name = figure.dataset.chart;
    const spec = JSON.parse(document.getElementById(`spec-${name}`).textContent);
    const place = document.getElementById(`chart-${name}`);
    const drawn = { width: 0, view: null };
    const redraw = async () => {
      if (place.clientWidth === drawn.width) return;
      drawn.width = place.clientWidth;
      drawn.view?.finalize();
      const result = await window.vegaEmbed(place, { ...fitted(spec, place), background: null }, {
        actions: false, ast: true, renderer: "svg", defaultStyle: false, tooltip: false, config: spec.config ?? look,
      });
      drawn.view = result.view;
      // One picture with a name: its parts say nothing that the table does not say better.
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", figure.dataset.caption ?? "");
      place.removeAttribute("aria-roledescription");
      place.querySelector("svg")?.setAttribute("aria-hidden", "true");
      figure.dispatchEvent(new CustomEvent("drawn", { detail: result.view }));
      figure.classList.add("drawn");
    };
    await redraw();
    if (!spec.vconcat) return;
    let wait = 0;
    window.addEventListener("resize", () => {
      window.clearTimeout(wait);
      wait = window.setTimeout(redraw, 200);
    });
  };

  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure);
})();

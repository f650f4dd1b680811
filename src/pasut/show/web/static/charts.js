// Draws the charts over their captions. The numbers stand in tables beside them; without scripts a picture stands here.
"use strict";

(() => {
  const dark = () => {
    const theme = document.documentElement.dataset.theme;
    return theme === "dark" || (theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  };

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const config = () => ({
    background: null,
    font: "system-ui, sans-serif",
    axis: { labelColor: style("--ink"), titleColor: style("--ink"), gridColor: style("--line"), domainColor: style("--line"), tickColor: style("--line") },
    legend: { labelColor: style("--ink"), titleColor: style("--ink") },
    title: { color: style("--ink") },
    view: { stroke: null },
  });

  // The interpreter (ast) needs no eval, which the page's policy forbids.
  const draw = async (figure) => {
    const name = figure.dataset.chart;
    const spec = JSON.parse(document.getElementById(`spec-${name}`).textContent);
    const place = document.getElementById(`chart-${name}`);
    const result = await window.vegaEmbed(place, { ...spec, background: null, width: "container" }, {
      actions: false, ast: true, renderer: "svg", defaultStyle: false, tooltip: false, config: config(),
      theme: dark() ? "dark" : undefined,
    });
    figure.dispatchEvent(new CustomEvent("drawn", { detail: result.view }));
    figure.classList.add("drawn");
  };

  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure);
})();

// Draws the server's charts once more, so that a pointer can ask for single numbers. The page works without this file.
(() => {
  'use strict';
  if (!window.echarts) return;
  const dashes = ['solid', [7, 4], [2, 4], [10, 3, 2, 3]];
  const marks = ['circle', 'rect', 'triangle', 'diamond'];
  const language = document.documentElement.lang;
  const live = [];

  const draw = place => {
    const chart = JSON.parse(place.dataset.chart);
    // Bars with their intervals are complete as they are.
    if (chart.kind !== 'Lines') return;
    const css = getComputedStyle(document.body);
    const colour = name => css.getPropertyValue(name).trim();
    // color-mix and var() are resolved by asking an element.
    const resolved = variable => { place.style.color = `var(${variable})`; const value = getComputedStyle(place).color; place.style.color = ''; return value; };
    const [text, muted, line, accent, good] = ['--portal-text', '--portal-muted', '--portal-line', '--portal-accent', '--portal-good'].map(resolved);
    const colours = [accent, text, muted, text];
    const number = value => chart.percent
      ? value.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })
      : value.toLocaleString(language, { maximumFractionDigits: 2 });
    const box = document.createElement('div');
    box.className = 'portal-chart__live';
    const drawn = place.firstElementChild;
    place.append(box);
    const picture = echarts.init(box, null, { renderer: 'svg' });
    const series = chart.series.map((one, i) => ({
      name: one.name, type: 'line', data: one.values, connectNulls: false, symbol: marks[i], symbolSize: 8, showSymbol: true,
      lineStyle: { color: colours[i], width: 2.5, type: dashes[i] }, itemStyle: { color: colours[i] },
    }));
    if (series.length) {
      series[0].markLine = chart.target === null ? undefined : {
        silent: true, symbol: 'none', lineStyle: { color: good, type: [12, 4], width: 2 }, label: { show: false }, data: [{ yAxis: chart.target }],
      };
      series[0].markArea = chart.hiddenRows.length === 0 ? undefined : {
        silent: true, itemStyle: { color: muted, opacity: .18 },
        data: chart.hiddenRows.map(row => [{ xAxis: Math.max(row - .5, 0) }, { xAxis: row + .5 }]),
      };
    }
    picture.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: true }, label: { description: chart.title } },
      textStyle: { fontFamily: css.fontFamily, color: text },
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('--portal-ground') || '#fff', borderColor: line,
        textStyle: { color: text },
        formatter: points => `${chart.labels[points[0].dataIndex]}\n` + chart.series.map(one => `${one.name}: ${one.words[points[0].dataIndex]}`).join('\n'),
      },
      xAxis: { type: 'category', data: chart.labels, boundaryGap: false, axisLabel: { color: muted, fontSize: 14, hideOverlap: true }, axisLine: { lineStyle: { color: muted } } },
      yAxis: { type: 'value', min: 0, max: chart.top, interval: chart.top / 2, axisLabel: { color: muted, fontSize: 14, formatter: number }, splitLine: { lineStyle: { color: line } } },
      series,
    });
    drawn.hidden = true;
    live.push({ picture, box, drawn });
  };

  const all = () => document.querySelectorAll('[data-chart]').forEach(draw);
  const clear = () => { for (const { picture, box, drawn } of live.splice(0)) { picture.dispose(); box.remove(); drawn.hidden = false; } };
  all();
  let waiting;
  window.addEventListener('resize', () => { clearTimeout(waiting); waiting = setTimeout(() => live.forEach(one => one.picture.resize()), 100); });
  // Colours come from the page; paper gets the drawing of the server.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { clear(); all(); });
  window.addEventListener('beforeprint', clear);
  window.addEventListener('afterprint', all);
})();

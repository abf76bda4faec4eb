using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>What axe does not measure: sideways scrolling, and the size of what is to be hit with a thumb.</summary>
internal static class Layout
{
    /// <summary>Names the parts that stick out to the right, if the page scrolls sideways.</summary>
    public static async Task<string[]> SticksOutAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const inScroller = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
            if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return true; return false; };
          const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !inScroller(e));
          return [`scrolls sideways: ${document.documentElement.scrollWidth} of ${width} px`,
            ...out.slice(0, 3).map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`)];
        }
        """);

    /// <summary>Buttons and fields lower than a thumb needs. A box or circle counts with its words, which can be hit as well.</summary>
    public static async Task<string[]> TooSmallAsync(IPage page, int least) => await page.EvaluateAsync<string[]>(
        """
        least => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a.kern-btn, header nav a')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }))
          .map(e => {
            const box = e.getBoundingClientRect();
            const label = ['checkbox', 'radio'].includes(e.type) ? e.labels[0]?.getBoundingClientRect() : null;
            return { e, height: Math.max(box.height, label?.height ?? 0), width: Math.max(box.width, label?.width ?? 0) };
          })
          .filter(x => x.width > 1 && (x.height < least - 0.5 || x.width < 24))
          .slice(0, 5)
          .map(x => `${x.e.tagName.toLowerCase()}.${x.e.className} "${(x.e.innerText || x.e.name || '').slice(0, 30)}" is ${Math.round(x.width)} × ${Math.round(x.height)} px`)
        """, least);

    /// <summary>Parts that stay while the page scrolls and leave less than two thirds of the window to it, at its start, middle and end.</summary>
    public static async Task<string[]> StaysInTheWayAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const staying = [...document.body.querySelectorAll('*')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility());
          const most = innerWidth * innerHeight / 3;
          const covers = e => { const b = e.getBoundingClientRect();
            return Math.max(0, Math.min(b.right, innerWidth) - Math.max(b.left, 0)) * Math.max(0, Math.min(b.bottom, innerHeight) - Math.max(b.top, 0)); };
          const wrong = new Set();
          for (const part of staying.length ? [0, 0.5, 1] : []) {
            scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight));
            staying.filter(e => covers(e) > most).forEach(e => wrong.add(`${e.tagName.toLowerCase()}.${e.className} covers more than a third of the window`));
          }
          scrollTo(0, 0);
          return [...wrong];
        }
        """);
}

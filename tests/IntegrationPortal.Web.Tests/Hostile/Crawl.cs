using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Hostile;

/// <summary>A form found on a page: where it goes, and its fields.</summary>
public sealed record FoundForm(string Page, string Action, string Method, IReadOnlyList<(string Name, string Value, bool IsHidden)> Fields)
{
    /// <summary>Forms of the same shape, whatever ids they are about, are tried once.</summary>
    public string Shape => $"{Method} {Crawl.WithoutIds(Action)} {string.Join(',', Fields.Select(f => f.Name).Distinct())}";
}

/// <summary>Follows every link a role is offered, one page of each kind, and collects the forms.</summary>
public static partial class Crawl
{
    private const int MostPages = 80;

    public static async Task<(List<Page> Pages, List<FoundForm> Forms)> AsAsync(Visitor browser, params string[] starts)
    {
        var waiting = new Queue<string>(starts);
        var seen = new HashSet<string>(starts.Select(WithoutIds));
        var pages = new List<Page>();
        var forms = new Dictionary<string, FoundForm>();
        while (waiting.TryDequeue(out var address) && pages.Count < MostPages)
        {
            var page = await browser.OpenAsync(address);
            pages.Add(page);
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                var to = link.Split('#')[0];
                if (to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains("logout", StringComparison.Ordinal) && seen.Add(WithoutIds(to)))
                    waiting.Enqueue(to);
            }

            foreach (var form in page.Document.Forms.Select(f => Read(page, f)))
                forms.TryAdd(form.Shape, form);
        }

        return (pages, [.. forms.Values]);
    }

    /// <summary>Two addresses that differ only in ids and values lead to the same kind of page.</summary>
    public static string WithoutIds(string address) =>
        Values().Replace(Numbers().Replace(Ids().Replace(address, "{id}"), "/{n}"), "=…");

    private static FoundForm Read(Page page, IHtmlFormElement form)
    {
        var fields = new List<(string, string, bool)>();
        foreach (var control in form.Elements)
        {
            var name = control.GetAttribute("name");
            if (string.IsNullOrEmpty(name))
                continue;
            switch (control)
            {
                case IHtmlInputElement { Type: "hidden" } hidden:
                    fields.Add((name, hidden.Value, true));
                    break;
                case IHtmlInputElement { Type: not ("submit" or "button") } input:
                    fields.Add((name, input.Value, false));
                    break;
                case IHtmlTextAreaElement or IHtmlSelectElement:
                    fields.Add((name, "", false));
                    break;
            }
        }

        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Address;
        return new FoundForm(page.Address, action, form.Method.ToUpperInvariant(), [.. fields.DistinctBy(f => f.Item1)]);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();

    [GeneratedRegex(@"/\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Values();
}

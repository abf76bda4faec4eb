using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>One answer of the portal, read as HTML.</summary>
public sealed partial record Page(Visitor Visitor, string Address, HttpStatusCode Status, string? Location, string Body)
{
    private IHtmlDocument? document;

    /// <summary>Parsed when first asked for: of many answers only the status is looked at.</summary>
    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Body);

    /// <summary>All words a reader sees, with single spaces.</summary>
    public string Text => Spaces().Replace(Document.Body?.TextContent ?? "", " ").Trim();

    public string? Heading => Document.QuerySelector("h1") is { } heading ? Spaces().Replace(heading.TextContent, " ").Trim() : null;

    /// <summary>The form that the page contains; fails when there is none.</summary>
    public FilledForm Form(string selector = "main form")
    {
        var form = Document.QuerySelector(selector) as IHtmlFormElement;
        Assert.True(form is not null, $"No '{selector}' on {Address} ({(int)Status}): {Text}");
        return new FilledForm(this, form);
    }

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

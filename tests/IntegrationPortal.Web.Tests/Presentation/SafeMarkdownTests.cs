using AngleSharp.Html.Parser;
using IntegrationPortal.Web.Presentation.Markdown;

namespace IntegrationPortal.Web.Tests.Presentation;

public sealed class SafeMarkdownTests
{
    private static readonly string[] Elements =
        ["h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td"];

    private static readonly string[] Attributes = ["a href", "a title", "code class", "ol start", "ol type"];

    [Fact]
    public void It_writes_what_people_write_and_puts_headings_below_those_of_the_page()
    {
        var html = Html("# Groß\n\nEin *Wort* und **noch eins**, [dort](/handbook/formats).\n\n- eins\n- zwei\n\n| a | b |\n|---|---|\n| 1 | 2 |");
        Assert.Equal(
            "<h3>Groß</h3>\n<p>Ein <em>Wort</em> und <strong>noch eins</strong>, <a href=\"/handbook/formats\">dort</a>.</p>\n<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n"
            + "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n",
            html);
        Assert.Contains("<h6>", Html("##### tief"), StringComparison.Ordinal);
        Assert.Equal("", Html("  "));
        Assert.Equal("<p>AufenthG §\u00A044 Abs. 2</p>\n", Html("AufenthG § 44 Abs. 2"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<ScRiPt src=//evil.example></script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<iframe src=https://evil.example></iframe>")]
    [InlineData("<!-- --><style>*{display:none}</style>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JAVASCRIPT:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[x](//evil.example/x)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](relative/../path)")]
    [InlineData("![x](https://evil.example/track.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[![x](https://evil.example/a.png)](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("[x](https://a.example \"title\\\" onmouseover=alert(1) x=\\\"\")")]
    [InlineData("# x {onclick=alert(1) .a #b}")]
    [InlineData("```html onload=alert(1)\n<script>alert(1)</script>\n```")]
    [InlineData("| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |")]
    [InlineData("| a | b |\n|:-:|--:|\n| 1 | 2 |")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>")]
    public void Whatever_is_written_does_nothing_but_to_be_read(string markdown)
    {
        var document = new HtmlParser().ParseDocument(Html(markdown));
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains($"{element.LocalName} {attribute.Name}", Attributes);
                if (attribute.Name == "href")
                    Assert.Matches("^(https?://|mailto:|/[^/\\\\]|#)", attribute.Value);
                if (attribute.Name == "class")
                    Assert.Matches("^language-[A-Za-z0-9-]+$", attribute.Value);
            }
        }
    }

    [Fact]
    public void A_very_long_or_deep_text_is_read_in_a_moment()
    {
        foreach (var text in new[] { new string('>', 6000), new string('[', 6000), new string('*', 6000), string.Concat(Enumerable.Repeat("- ", 3000)), string.Concat(Enumerable.Repeat("[x](", 1500)) })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            _ = Html(text);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{text[..10]}: {watch.Elapsed}");
        }
    }

    private static string Html(string markdown)
    {
        using var writer = new StringWriter();
        SafeMarkdown.ToHtml(markdown).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>A form that somebody has opened in one language and fills in.</summary>
public sealed partial class FormInHand : IDisposable
{
    private readonly Visitor visitor;
    private readonly OpenedForm opened;
    private readonly FilledForm form;
    private readonly Dictionary<string, string> typed = [];
    private readonly string? button;

    private FormInHand(Visitor visitor, OpenedForm opened, Page page, IHtmlFormElement element)
    {
        (this.visitor, this.opened, Address) = (visitor, opened, element.GetAttribute("action") is { Length: > 0 } to ? to : page.Address);
        (form, Controls) = (new FilledForm(page, element), Control.Of(element));
        button = element.QuerySelector("button")?.TextContent.Trim();
    }

    public string Address { get; }

    public IReadOnlyList<Control> Controls { get; }

    /// <summary>What was written into fields that a page shows again: all but passwords.</summary>
    public IReadOnlyDictionary<string, string> Typed => typed;

    public IEnumerable<Control> WithFormat => Controls.Where(c => c.IsText && opened.Sound.Any(s => s.Field == c.Name));

    public static async Task<FormInHand> OpenAsync(PortalForm form, FormsTown town, string language)
    {
        var opened = await form.OpenAsync(town);
        var visitor = (opened.Visitor ?? (opened.Who is { } who ? town.Town.Portal.VisitAs(who) : town.Town.Portal.Visitor())).Speaking(language);
        var page = await visitor.GetAsync(opened.Page);
        var target = new Regex($"^{Parameter().Replace(form.Route, "[^/?]+")}$");
        var found = page.Document.Forms.FirstOrDefault(f =>
            f.Method == "post" && target.IsMatch((f.GetAttribute("action") is { Length: > 0 } to ? to : page.Address).Split('?')[0]));
        Assert.True(found is not null, $"No form for {form.Name} on {page.Address} ({(int)page.Status}): {page.Text}");
        return new FormInHand(visitor, opened, page, found);
    }

    /// <summary>Chooses and fills in what fits everywhere but in free text.</summary>
    public FormInHand AnswerSoundly()
    {
        foreach (var control in Controls.Where(c => c.IsTyped && !c.IsAnswered && c.Answers.Count > 0))
            form.Force(control.Name, control.Answers[0]);
        foreach (var (field, fits) in opened.Sound)
            Set(field, fits);
        return this;
    }

    /// <summary>Writes into every field of free text; a password is more than the name beside it.</summary>
    public FormInHand Write(string text) =>
        Type(c => c.IsText && !WithFormat.Contains(c), text).Type(c => c.IsPassword && !WithFormat.Contains(c), text + ", ein Satz dazu");

    public FormInHand Type(Func<Control, bool> where, string text)
    {
        foreach (var control in Controls.Where(where))
            Set(control.Name, text);
        return this;
    }

    /// <summary>As if nobody had touched it: every text empty, no box ticked, nothing chosen.</summary>
    public FormInHand Clear()
    {
        foreach (var control in Controls.Where(c => !c.IsHidden))
        {
            if (control.Kind is "radio" or "checkbox")
                form.Without(control.Name);
            else
                Set(control.Name, "");
        }

        return this;
    }

    public Task<Page> SendAsync() => form.SendAsync();

    /// <summary>With the value of its button, if it has one.</summary>
    public Task<Page> PressAsync() => form.SendAsync(button);

    /// <summary>Sends the fields as bytes of the test's own, in every text field the same.</summary>
    public Task<Page> SendBytesAsync(byte[] text)
    {
        var body = new List<byte>();
        foreach (var (name, value) in form.Fields)
        {
            body.AddRange(Encoding.ASCII.GetBytes($"{(body.Count > 0 ? "&" : "")}{Uri.EscapeDataString(name)}="));
            body.AddRange(Controls.Any(c => c.IsText && c.Name == name) ? text : Encoding.ASCII.GetBytes(Uri.EscapeDataString(value)));
        }

        var content = new ByteArrayContent([.. body]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return visitor.ReadAsync(new HttpRequestMessage(HttpMethod.Post, Address) { Content = content });
    }

    public void Dispose() => visitor.Dispose();

    private void Set(string name, string value)
    {
        form.Force(name, value);
        if (Controls.Single(c => c.Name == name) is { IsText: true, IsPassword: false })
            typed[name] = value;
    }

    [GeneratedRegex(@"\{(?:[^{}]|\{\{[^{}]*\}\})*\}")]
    private static partial Regex Parameter();
}

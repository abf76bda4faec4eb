using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A form as the page rendered it, hidden fields and antiforgery token included, to be filled in and sent.</summary>
public sealed class FilledForm
{
    private readonly Page page;
    private readonly IHtmlFormElement form;
    private readonly List<KeyValuePair<string, string>> fields = [];

    internal FilledForm(Page page, IHtmlFormElement form)
    {
        this.page = page;
        this.form = form;
        foreach (var control in form.Elements)
            AddRendered(control);
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>Types into a field or chooses an answer; fails when the page offers no such field.</summary>
    public FilledForm Fill(string name, string value)
    {
        MustExist(name);
        return Force(name, value);
    }

    /// <summary>Ticks boxes of one name: these values and no others.</summary>
    public FilledForm Tick(string name, params string[] values)
    {
        MustExist(name);
        fields.RemoveAll(f => f.Key == name);
        fields.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
        return this;
    }

    /// <summary>Sends a value the page did not offer, as somebody with other tools could.</summary>
    public FilledForm Force(string name, string value)
    {
        fields.RemoveAll(f => f.Key == name);
        fields.Add(KeyValuePair.Create(name, value));
        return this;
    }

    public FilledForm Without(string name)
    {
        fields.RemoveAll(f => f.Key == name);
        return this;
    }

    /// <summary>Presses the button; the answer is not followed.</summary>
    public Task<Page> SendAsync(string? button = null)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Address;
        var data = new List<KeyValuePair<string, string>>(fields);
        if (button is not null)
            AddButton(data, button);
        var method = form.Method.Equals("post", StringComparison.OrdinalIgnoreCase) ? HttpMethod.Post : HttpMethod.Get;
        if (method == HttpMethod.Post)
            return page.Visitor.ReadAsync(new HttpRequestMessage(method, action) { Content = new FormUrlEncodedContent(data) });
        var query = string.Join('&', data.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        return page.Visitor.GetAsync($"{action.Split('?')[0]}?{query}");
    }

    /// <summary>Sends it with a file, as a form for files does.</summary>
    public Task<Page> SendFileAsync(string name, byte[] file, string fileName, string type)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Where(f => f.Key != name))
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(file) { Headers = { ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type) } }, name, fileName);
        return page.Visitor.ReadAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")!) { Content = content });
    }

    /// <summary>Presses the button and goes where the answer leads.</summary>
    public async Task<Page> SubmitAsync(string? button = null) => await page.Visitor.FollowAsync(await SendAsync(button));

    private void AddRendered(IElement control)
    {
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
            case IHtmlInputElement { Type: "submit" or "button" }:
                break;
            case IHtmlInputElement { Name: { Length: > 0 } name } input:
                fields.Add(KeyValuePair.Create(name, input.Value));
                break;
            case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                fields.Add(KeyValuePair.Create(name, area.Value));
                break;
            case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                fields.Add(KeyValuePair.Create(name, select.Value ?? ""));
                break;
        }
    }

    /// <summary>A button is named by its value or by its words.</summary>
    private void AddButton(List<KeyValuePair<string, string>> data, string button)
    {
        var pressed = form.QuerySelectorAll("button").OfType<IHtmlButtonElement>()
            .FirstOrDefault(b => b.Value == button || b.TextContent.Contains(button, StringComparison.Ordinal));
        Assert.True(pressed is not null, $"No button '{button}' on {page.Address}.");
        if (pressed.Name is { Length: > 0 } name)
            data.Add(KeyValuePair.Create(name, pressed.Value ?? ""));
    }

    private void MustExist(string name) => Assert.True(
        form.Elements.Any(e => e.GetAttribute("name") == name),
        $"No field '{name}' on {page.Address}; there are {string.Join(", ", form.Elements.Select(e => e.GetAttribute("name")).Distinct())}.");
}

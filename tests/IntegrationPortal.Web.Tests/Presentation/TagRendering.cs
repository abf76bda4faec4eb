using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IntegrationPortal.Web.Presentation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>A form with one field of every sort, to be drawn by the tag helpers.</summary>
public sealed class SampleForm
{
    [Display(Name = "Anliegen")]
    [Required]
    [StringLength(80)]
    public string? Subject { get; set; }

    public string? Note { get; set; }

    public DateOnly? Wish { get; set; }

    public string? Kind { get; set; }

    public string[] Categories { get; set; } = [];

    public bool Confirmed { get; set; }

    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    /// <summary>Rows of a form, of which each has fields of its own.</summary>
    public List<SampleRow> Rows { get; set; } = [new(), new()];
}

public sealed class SampleRow
{
    public string? Result { get; set; }

    public string? Because { get; set; }
}

/// <summary>Renders a tag helper as a page would, without a page.</summary>
internal sealed class TagRendering
{
    private readonly ServiceProvider services;
    private readonly ViewDataDictionary<SampleForm> view;
    private readonly DefaultHttpContext http;

    public TagRendering(SampleForm? form = null, string culture = "de-DE")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<IWebHostEnvironment>(new NoFiles());
        collection.AddPortalPresentation();
        services = collection.BuildServiceProvider();
        http = new() { RequestServices = services };
        view = new(services.GetRequiredService<IModelMetadataProvider>(), ModelState) { Model = form ?? new SampleForm() };
    }

    public ModelStateDictionary ModelState { get; } = new();

    /// <summary>What was typed, and why it was refused.</summary>
    public TagRendering Typed(string field, string value, string error)
    {
        ModelState.SetModelValue(field, value, value);
        ModelState.AddModelError(field, error);
        return this;
    }

    public ModelExpression Field(string name)
        => services.GetRequiredService<ModelExpressionProvider>() is var provider
            ? provider.CreateModelExpression(view, name)
            : throw new InvalidOperationException();

    public T Make<T>(Action<T>? set = null)
        where T : TagHelper
    {
        var tag = ActivatorUtilities.CreateInstance<T>(services);
        typeof(T).GetProperty("ViewContext")?.SetValue(tag, new ViewContext(
            new ActionContext(http, new RouteData(), new ActionDescriptor()),
            new NoView(), view, new TempDataDictionary(new DefaultHttpContext(), new NoTempData()), TextWriter.Null, new HtmlHelperOptions()));
        set?.Invoke(tag);
        return tag;
    }

    public static Task<IElement> Draw(TagHelper tag, string content = "") => Draw([tag], content);

    /// <summary>Draws them one after the other and writes them together, as a page does.</summary>
    public static async Task<IElement> Draw(IReadOnlyList<TagHelper> tags, string content = "")
    {
        var outputs = new List<TagHelperOutput>();
        foreach (var tag in tags)
            outputs.Add(await Run(tag, content));
        using var html = new StringWriter();
        foreach (var output in outputs)
            output.WriteTo(html, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument("<body>" + html).Body!;
    }

    private static async Task<TagHelperOutput> Run(TagHelper tag, string content)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "id");
        tag.Init(context);
        var output = new TagHelperOutput("x", [], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        await tag.ProcessAsync(context, output);
        return output;
    }

    private sealed class NoView : Microsoft.AspNetCore.Mvc.ViewEngines.IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }

    private sealed class NoFiles : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider WebRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();

        public string ApplicationName { get; set; } = "IntegrationPortal.Web";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();

        public string ContentRootPath { get; set; } = "";

        public string EnvironmentName { get; set; } = "Test";
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IntegrationPortal.Web.Presentation.TagHelpers;

/// <summary>A list of things to do: rows with one action each.</summary>
[HtmlTargetElement("portal-tasks")]
public sealed class TasksTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.AddClass("portal-tasks");
    }
}

/// <summary>One thing to do: what, about whom, until when and why then, and the one action as content.</summary>
[HtmlTargetElement("portal-task", ParentTag = "portal-tasks")]
public sealed class TaskTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Said after the title in lighter type, such as the called name and initial.</summary>
    public string? About { get; set => field = value.OrNull(); }

    public string? Detail { get; set => field = value.OrNull(); }

    /// <summary>The deadline or the waiting time in words.</summary>
    public string? Due { get; set => field = value.OrNull(); }

    /// <summary>Below the deadline: its paragraph or what follows from it.</summary>
    public string? DueNote { get; set => field = value.OrNull(); }

    /// <summary>Late or refused: shown in the warning colour, and the words say it too.</summary>
    public bool Late { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var action = await output.GetChildContentAsync();
        output.TagName = "li";
        output.AddClass("portal-task");
        var title = Markup.Tag("p", "portal-task__title").With(Markup.Tag("strong", null).With(Slashes.Parted(Title)));
        if (About is not null)
            title.InnerHtml.Append(" · ").AppendHtml(Slashes.Parted(About));
        output.Content.AppendHtml(Markup.Tag("div", "portal-task__what").With(
            title, Detail is null ? null : Markup.Tag("p", "portal-muted", Detail)));
        if (Due is not null)
        {
            output.Content.AppendHtml(Markup.Tag("div", Late ? "portal-due portal-due--late" : "portal-due").With(
                Markup.Tag("p", "portal-due__when", Due),
                DueNote is null ? null : Markup.Tag("p", "portal-due__note", DueNote)));
        }

        if (!action.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Markup.Tag("div", "portal-task__action").With(action));
    }
}

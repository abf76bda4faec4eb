using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>An office that writes a lesson, and an editor of the foundation.</summary>
internal static class Writing
{
    /// <summary>A begun lesson; its desk. Its address knows an id, so that who reads the shelf can tell it from what came with the portal.</summary>
    public static async Task<Page> BeginAsync(this Visitor writer, string? title = null, string kind = "Lesson")
    {
        var page = await writer.GetAsync("/contributions/new");
        return await page.Form("main form").Fill("Form.Kind", kind).Fill("Form.Title", title ?? $"Der Kurs begann zu früh {Guid.NewGuid():N}").Fill("Form.Field", "LanguageAndEducation").SubmitAsync();
    }

    /// <summary>All that is required is written.</summary>
    public static Task<Page> CompleteAsync(this Page desk, string situation = "Der Kurs begann vor dem Umzug.") => desk.Form("main form[data-autosave]")
        .Fill("Form.Summary", "Ein Kurs begann, bevor die Menschen umgezogen waren.")
        .Fill("Form.Fields[situation]", situation).Fill("Form.Fields[observation]", "Die Hälfte kam nicht an.").Fill("Form.Fields[consequence]", "Erst der Umzug, dann der Kurs.")
        .SubmitAsync();

    public static async Task<Page> SubmittedAsync(this Visitor writer, string? title = null)
    {
        var desk = await (await writer.BeginAsync(title)).CompleteAsync();
        return await desk.Form("main form[action$='/submit']").SubmitAsync();
    }

    public static string Id(this Page desk) => desk.Address.Split('?')[0].Split('/')[^1];

    public static Task<TestUser> EditorAsync(this PortalHost host) => TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: "E. Vogel");
}

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

/// <summary>The forms of the portal in heaps of about the same size, which run beside each other.</summary>
public enum Area
{
    Cases,
    Handovers,
    Offices,
    Mentoring,
    Handbook,
    Programme,
}

internal static class Areas
{
    /// <summary>Fails for a room that nobody has thought of.</summary>
    public static Area Of(PortalForm form) => form.Route.Split('/')[1] switch
    {
        "cases" when form.Route.Contains("/handovers/", StringComparison.Ordinal) => Area.Handovers,
        "cases" or "my-path" => Area.Cases,
        "handovers" or "answer" or "deletions" => Area.Handovers,
        "account" or "admin" or "invitations" or "actors" or "assessments" or "indicator-data" or "people" or "privacy" => Area.Offices,
        "mentoring" => Area.Mentoring,
        "contributions" or "handbook" or "questions" or "reviews" or "adoptions" => Area.Handbook,
        "programme" or "evaluation" or "surveys" or "survey-links" or "survey" or "feedback" => Area.Programme,
        var room => throw new ArgumentOutOfRangeException(nameof(form), $"Which area is /{room}?"),
    };

    public static TheoryData<string> Forms(Area area) => [.. PortalForms.All.Where(f => !f.IsNeverRight && Of(f) == area).Select(f => f.Name)];

    public static TheoryData<string> Buttons(Area area) => [.. PortalButtons.All.Where(f => Of(f) == area).Select(f => f.Name)];
}

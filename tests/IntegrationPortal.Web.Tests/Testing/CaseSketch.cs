using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>How a test wants its case; what it does not say is an ordinary one.</summary>
public sealed class CaseSketch
{
    private string officialName = "Amina Rahimi";
    private string? calledName = "Amina";
    private string? ownScript;
    private PartialDate? born = new(1994, 3, 12);
    private string[] languages = ["fa"];
    private string? reach = "0151 000";

    /// <summary>The process it follows; T2-RKW has steps of the coordination, counselling, jobcenter and immigration authority.</summary>
    internal string Template { get; private set; } = "T2-RKW";

    internal DateTimeOffset? OpenedAt { get; private set; }

    internal Guid Id { get; private set; } = Guid.CreateVersion7();

    internal PersonDetails Person => new(officialName, calledName, ownScript, born, languages, languages.Length > 0, null, reach);

    internal List<(FactKind Kind, string? Code, string Value, DateOnly? Until)> Facts { get; } = [];

    public CaseSketch Named(string official, string? called = null, string? inOwnScript = null)
    {
        (officialName, calledName, ownScript) = (official, called, inOwnScript);
        return this;
    }

    public CaseSketch Born(int year, int? month = null, int? day = null)
    {
        born = new PartialDate(year, month, day);
        return this;
    }

    public CaseSketch Speaking(params string[] codes)
    {
        languages = codes;
        return this;
    }

    public CaseSketch ReachedAt(string how)
    {
        reach = how;
        return this;
    }

    public CaseSketch Following(string template)
    {
        Template = template;
        return this;
    }

    public CaseSketch Opened(DateTimeOffset at)
    {
        (OpenedAt, Id) = (at, Guid.CreateVersion7(at));
        return this;
    }

    /// <summary>A dated fact that the opener writes down; of a kind with a list with the first code of it.</summary>
    public CaseSketch With(FactKind kind, string value)
    {
        Facts.Add((kind, null, value, null));
        return this;
    }

    /// <summary>A dated fact that ends by itself, as the opener writes it down.</summary>
    public CaseSketch Ending(FactKind kind, string? code, DateOnly last)
    {
        Facts.Add((kind, code, code is null ? "laut Bescheid" : "", last));
        return this;
    }
}

/// <summary>A case of a test. Its rows are read through somebody's eyes: <see cref="SeenByAsync"/>.</summary>
public sealed record TownCase(Town Town, Guid Id, string Number, TestUser OpenedBy)
{
    /// <summary>The path with steps and participations as this person is shown it; null when the wall hides it.</summary>
    public Task<CasePath?> SeenByAsync(TestUser user) => Town.Portal.AsAsync(user.Officer, db => db.FindPathAsync(Id));

    /// <summary>The address of its page.</summary>
    public string Address => $"/cases/{Id}";
}

namespace IntegrationPortal.Web.Features.BreakGlass;

/// <summary>Who is told that a case was opened in an emergency. There may be nobody: a town without a data protection officer, an office that all have left.</summary>
public sealed record WhoIsTold(IReadOnlyList<Guid> Officers, IReadOnlyList<Guid> Lead)
{
    /// <summary>Ending of the words for it.</summary>
    public string Words => (Officers.Count > 0, Lead.Count > 0) switch
    {
        (true, true) => "both",
        (true, false) => "officer",
        (false, true) => "lead",
        _ => "nobody",
    };
}

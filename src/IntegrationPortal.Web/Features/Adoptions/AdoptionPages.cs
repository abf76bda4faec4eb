using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Web.Features.Adoptions;

public sealed record AdoptionsPage(IReadOnlyList<AdoptionLine> Lines);

/// <param name="Done">Steps that are done.</param>
public sealed record AdoptionLine(Adoption Adoption, int Done, bool IsDue);

/// <summary>Before it is adopted: what is copied.</summary>
public sealed record NewAdoptionPage(HandbookEntry Entry, string Title, IReadOnlyList<string> Steps, AdaptForm Form);

/// <param name="Origin">Null when it is no longer public.</param>
/// <param name="Version">Of the plan as the page shows it: what is released is what was read.</param>
/// <param name="Today">For what is late.</param>
public sealed record PlanPage(Adoption Adoption, uint Version, HandbookEntry? Origin, DateOnly Today)
{
    public string Address => $"/adoptions/{Adoption.Id}";

    /// <summary>The entry says something else today than when it was adopted or last looked at.</summary>
    public bool OriginChanged => Origin?.PublicVersion > Adoption.KnownVersion;
}

/// <summary>A form about a plan.</summary>
public sealed record PlanFormPage<TForm>(Adoption Adoption, TForm Form, IReadOnlyList<Choice>? Outcomes = null, IReadOnlyList<Choice>? Grades = null)
{
    public string Address => $"/adoptions/{Adoption.Id}";
}

public sealed record StepPage(Adoption Adoption, AdoptionStep? Step, StepForm Form);

/// <summary>What the origin says otherwise since it was adopted.</summary>
public sealed record OriginChangesPage(Adoption Adoption, HandbookEntry Origin, IReadOnlyList<ChangedText> Changes);

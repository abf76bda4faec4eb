using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Volunteers;

public sealed record VolunteersPage(IReadOnlyList<Volunteer> Volunteers);

/// <summary>A volunteer with all that the coordination knows, and what can be done now.</summary>
/// <param name="SeenBy">Who has seen the certificate.</param>
/// <param name="WhyNotAdmit">Why the button is missing, in words; null when it is there.</param>
public sealed record VolunteerPage(
    Volunteer Volunteer, IReadOnlyList<TandemLink> Tandems, string? SeenBy, string? WhyNotAdmit, bool MayAdmit, bool MayPause, bool MayLeave)
{
    /// <summary>The invitation that nobody has accepted yet.</summary>
    public InvitedTo? Invited { get; init; }

    public bool MayInvite { get; init; }
}

public sealed record InvitedTo(Guid Id, string Address, DateTimeOffset Until, bool Lapsed);

public sealed record InviteVolunteerPage(Guid Id, string Name, InviteVolunteerForm Form);

public sealed record TandemLink(Guid Id, string Names, TandemState State);

/// <summary>The form for one volunteer: the own profile, a new one, or one that is there.</summary>
/// <param name="Accounts">Accounts of volunteers without a profile; empty for the own profile.</param>
public sealed record DescribePage(string Address, string? Name, bool IsOwn, VolunteerForm Form, IReadOnlyList<Choice> Languages, IReadOnlyList<Choice> Accounts);

public sealed record FactsPage(Guid Id, string Name, FactsForm Form, DateOnly Today);

public sealed record ConductPage(Guid Id, string Name, ConductForm Form, DateOnly Today, IReadOnlyList<Choice> Results);

/// <summary>Proof of engagement for one year, to be printed.</summary>
public sealed record EngagementPage(
    string Name, string Organisation, string? Address, int Year, int Meetings, decimal Hours, DateOnly? First, DateOnly? Last, IReadOnlyList<int> Years, string Here);

/// <summary>Who was active as mentor in one year, to be printed.</summary>
public sealed record InsurancePage(string Organisation, int Year, IReadOnlyList<InsuredRow> Rows, IReadOnlyList<int> Years);

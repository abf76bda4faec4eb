using IntegrationPortal.Domain.Programme;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Accounts of the demo that belong to no municipality.</summary>
internal sealed record DemoPeople(Guid Foundation, Guid Facilitator, IReadOnlyList<Guid> OtherFacilitators, Guid Board)
{
    /// <summary>What the handbook offers.</summary>
    public IReadOnlyList<WorkshopFormat> Formats { get; init; } = [];

    public IReadOnlyList<FeedbackItem> Items { get; init; } = [];

    /// <summary>Who can sign in accompanies the two large towns; colleagues share the others.</summary>
    public Guid FacilitatorOf(string townKey) => townKey is DemoAccounts.Krefeld or DemoAccounts.Viersen
        ? Facilitator
        : OtherFacilitators[townKey.Sum(c => c) % OtherFacilitators.Count];
}

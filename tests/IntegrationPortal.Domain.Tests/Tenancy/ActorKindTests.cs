using IntegrationPortal.Domain.Actors;

namespace IntegrationPortal.Domain.Tests.Tenancy;

/// <summary>Who works in the portal at all follows from the kind of actor.</summary>
public sealed class ActorKindTests
{
    [Theory]
    [InlineData(PortalAccess.Full, null)]
    [InlineData(PortalAccess.Limited, null)]
    [InlineData(PortalAccess.None, "invitation-no-access")]
    [InlineData(PortalAccess.AggregatesOnly, "invitation-no-access")]
    public void Nobody_is_invited_to_work_on_cases_for_a_kind_without_access(PortalAccess access, string? code)
    {
        var kind = new ActorKind { Code = "x", NameDe = "Gericht", NameEn = "Court", Sector = "public", TaskDe = "", TaskEn = "", Access = access };
        Assert.Equal(code, kind.WhyNotInvite()?.Code);
    }
}

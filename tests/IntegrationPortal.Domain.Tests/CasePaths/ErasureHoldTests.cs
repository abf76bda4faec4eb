using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class ErasureHoldTests
{
    private static readonly Officer Protector = Case.For(new Case().Coordination, Role.DataProtectionOfficer);

    [Fact]
    public void Only_the_data_protection_officer_holds_a_case_and_lifts_it_again()
    {
        var hold = Held();
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.DataProtectionOfficer))
        {
            var other = Case.For(new Case().Coordination, role);
            Refused.With("erasure-hold-officer-only", () => ErasureHold.Hold(Guid.CreateVersion7(), Guid.CreateVersion7(), "Klage anhängig", other, Case.Friday));
            Refused.With("erasure-hold-officer-only", () => hold.Lift(other, Case.Friday));
        }

        Assert.Null(hold.LiftedAt);
    }

    [Fact]
    public void It_says_who_held_when_and_why_and_who_lifted_it()
    {
        var hold = Held();
        Assert.Equal((Protector.TenantId, "Klage anhängig", Case.Friday, Protector.UserId), (hold.TenantId, hold.Reason, hold.HeldAt, hold.HeldByUserId));
        var next = Protector with { UserId = Guid.CreateVersion7() };
        hold.Lift(next, Case.Friday.AddDays(3));
        Assert.Equal((Case.Friday.AddDays(3), next.UserId), (hold.LiftedAt, hold.LiftedByUserId));
        Assert.Equal(Protector.UserId, hold.HeldByUserId);
    }

    [Fact]
    public void What_is_lifted_is_not_lifted_again()
    {
        var hold = Held();
        hold.Lift(Protector, Case.Friday);
        Refused.With("erasure-hold-lifted", () => hold.Lift(Protector, Case.Friday.AddDays(1)));
        Assert.Equal(Case.Friday, hold.LiftedAt);
    }

    private static ErasureHold Held() => ErasureHold.Hold(Guid.CreateVersion7(), Guid.CreateVersion7(), "Klage anhängig", Protector, Case.Friday);
}

using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using static IntegrationPortal.Web.Security.Right;

namespace IntegrationPortal.Web.Tests.Security;

public sealed class RightsTests
{
    private static readonly Right[] OfCases = [ReadCases, OpenCase, EditCase, RecordConsent, SendHandover, AnswerHandover, BreakGlass];

    [Fact]
    public void Every_role_stands_in_the_table_and_keeps_its_own_account()
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.True(((Role?)role).May(KeepOwnAccount), role.ToString());
        Assert.Equal([KeepOwnAccount, KeepSecondFactor], RightsOfRoles.Of(null));
    }

    [Fact]
    public void Only_roles_that_act_for_an_actor_have_any_right_on_cases()
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(role.HoldsCases(), RightsOfRoles.Of(role).Overlaps(OfCases));
    }

    [Theory]
    [InlineData(OpenCase, new[] { Role.Coordinator, Role.CaseWorker, Role.ActorManager })]
    [InlineData(BreakGlass, new[] { Role.Coordinator })]
    [InlineData(ManageActors, new[] { Role.Coordinator, Role.ActorManager })]
    [InlineData(InviteUsers, new[] { Role.Coordinator, Role.ActorManager })]
    [InlineData(ReadAccessLog, new[] { Role.DataProtectionOfficer })]
    [InlineData(HoldErasure, new[] { Role.DataProtectionOfficer })]
    [InlineData(SeeAccounts, new[] { Role.Administrator })]
    [InlineData(InviteCoordination, new[] { Role.Administrator })]
    [InlineData(SeeJobs, new[] { Role.Administrator })]
    public void A_sensitive_right_belongs_to_these_roles_and_to_no_other(Right right, Role[] roles) =>
        Assert.Equal(roles, Enum.GetValues<Role>().Where(r => ((Role?)r).May(right)));
}

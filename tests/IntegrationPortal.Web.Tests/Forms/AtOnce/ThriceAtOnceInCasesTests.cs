namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

[Collection(typeof(FirstHalf))]
public sealed class ThriceAtOnceInCasesTests(TownAlone town)
{
    public static TheoryData<string> Forms => Areas.Forms(Area.Cases);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Sent_three_times_in_the_same_moment_a_form_takes_effect_once(string name) => town.TakesEffectOnceAsync(name);
}

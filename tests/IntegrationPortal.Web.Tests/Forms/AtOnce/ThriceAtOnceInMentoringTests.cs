namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

[Collection(typeof(SecondHalf))]
public sealed class ThriceAtOnceInMentoringTests(TownAlone town)
{
    public static TheoryData<string> Forms => Areas.Forms(Area.Mentoring);

    public static TheoryData<string> Buttons => Areas.Buttons(Area.Mentoring);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Sent_three_times_in_the_same_moment_a_form_takes_effect_once(string name) => town.TakesEffectOnceAsync(name);

    [Theory]
    [MemberData(nameof(Buttons))]
    public Task Pressed_three_times_in_the_same_moment_a_button_takes_effect_once(string name) => town.TakesEffectOnceAsync(name);
}

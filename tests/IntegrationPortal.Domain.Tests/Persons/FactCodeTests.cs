using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Persons;

public sealed class FactCodeTests
{
    [Theory]
    [InlineData("sgb2", "2004-12-31", "", "fact-code-not-in-force")]
    [InlineData("sgb2", "2005-01-01", "", null)]
    [InlineData("sgb2", "2030-12-31", "", null)]
    [InlineData("sgb2", "2031-01-01", "", "fact-code-not-in-force")]
    [InlineData("other", "2026-01-01", " ", "fact-other-needs-words")]
    [InlineData("other", "2026-01-01", "Wohngeld", null)]
    public void A_fact_may_say_what_there_was_on_its_day_and_what_the_list_lacks_in_words(string code, string from, string words, string? refused) =>
        Assert.Equal(refused, Code(code).WhyNotUse(DateOnly.Parse(from, null), words)?.Code);

    [Fact]
    public void Kinds_with_a_list_are_those_that_are_counted_and_the_residence_status() =>
        Assert.Equal(
            [FactKind.ResidenceStatus, FactKind.Benefit, FactKind.CourseEntitlement, FactKind.CourseStart, FactKind.Employment],
            Enum.GetValues<FactKind>().Where(FactKinds.HasList));

    [Fact]
    public void A_course_begins_with_the_step_of_its_template_by_beginning_it_or_by_doing_it()
    {
        var @case = new Case();
        var (step, day) = (@case.First, DateOnly.FromDateTime(Case.Friday.UtcDateTime));
        var (begun, done) = (Code("course", step.TemplateKey), Code("course", step.TemplateKey, whenDone: true));
        @case.Path.Start(step.Id, @case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal((day, null), (begun.BegunIn(step), done.BegunIn(step)));
        @case.Path.Finish(step.Id, null, Case.Template, @case.Coordinator, Case.Calendar, Case.Friday.AddDays(3));
        Assert.Equal((day, day.AddDays(3)), (begun.BegunIn(step), done.BegunIn(step)));
        Assert.Null(begun.BegunIn(@case.Second));
        Assert.Null(Code("course").BegunIn(step));
    }

    private static FactCode Code(string code, string? step = null, bool whenDone = false) => new()
    {
        Kind = FactKind.Benefit,
        Code = code,
        NameDe = code,
        NameEn = code,
        Source = "Test",
        ValidFrom = new DateOnly(2005, 1, 1),
        ValidTo = new DateOnly(2030, 12, 31),
        BegunByStep = step,
        BegunWhenDone = whenDone,
    };
}

using System.Globalization;
using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.NewSteps;

/// <summary>Who adds a step says what its deadline is: agreed, of the law with its paragraph, or known from experience.</summary>
public sealed class NewStepDeadlineTests(PortalHost host) : IAsyncLifetime
{
    private const string Court = "AsylG § 74 Abs. 1";

    private Town town = null!;
    private TestUser brandt = null!;
    private TownCase path = null!;
    private Visitor visitor = null!;

    private DateOnly Today => GermanTime.DayOf(town.Now);

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        path = await town.CaseAsync(brandt);
        visitor = host.Portal.VisitAs(brandt).Speaking("de");
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_time_to_go_to_court_is_entered_as_the_law_states_it_and_stands_on_the_list_of_the_day()
    {
        var served = Today.AddDays(-10);
        await (await FormAsync()).Fill("Deadline", "Statutory").Fill("Length", "2").Fill("Unit", "Week").Fill("LegalBasis", Court).Fill("EventOn", Iso(served)).SubmitAsync();
        var step = await AddedAsync();
        Assert.Equal((DeadlineKind.Statutory, Court, served, false), (step.DeadlineKind, step.LegalBasis, step.EventOn!.Value, step.IsIrrevocable));
        Assert.Equal(town.Calendar.Add(served, new LawPeriod(2, LawUnit.Week)), step.DueOn);

        var page = await visitor.OpenAsync($"{path.Address}/steps/{step.Id}");
        Assert.Contains("2 Wochen (gesetzliche Frist)", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Frist läuft seit {Plain(served)}", page.Text, StringComparison.Ordinal);
        var whole = await visitor.OpenAsync(path.Address);
        Assert.Contains(Court, whole.Text, StringComparison.Ordinal);
        // The card is about the first step, and does not hide the deadline that runs beside it.
        Assert.Contains("Bei Ihnen liegt „Klage erheben“", whole.Document.QuerySelector(".portal-now")!.TextContent, StringComparison.Ordinal);
        // Other steps come before it, and its deadline does not wait for them.
        Assert.NotEqual(step.Id, (await path.SeenByAsync(brandt))!.Steps.MinBy(s => s.Position)!.Id);
        Assert.Contains("Klage erheben", (await visitor.OpenAsync("/worklist/deadlines")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_day_it_waits_for_its_turn_and_what_is_lost_for_good_is_said()
    {
        var page = await (await FormAsync()).Fill("Deadline", "Statutory").Fill("Length", "1").Fill("Unit", "Month").Fill("LegalBasis", Court).Fill("Irrevocable", "true").SubmitAsync();
        var step = await AddedAsync();
        Assert.Equal((null, true, false), (step.EventOn, step.IsIrrevocable, step.IsCurrent));
        Assert.Equal("danach unwiederbringlich", page.Document.QuerySelector($"#step-{step.Id:N} .portal-due__note--hard")!.TextContent);
    }

    [Fact]
    public async Task Without_a_choice_it_is_a_guide_value_in_working_days()
    {
        await (await FormAsync()).SubmitAsync();
        var step = await AddedAsync();
        Assert.Equal((DeadlineKind.Target, 3, null, false), (step.DeadlineKind, step.ExpectedWorkingDays, step.Law, step.IsIrrevocable));
    }

    [Theory]
    [InlineData("Unit", "zählt nur ein Gesetz", "Empirical", "Week", Court, null, false)]
    [InlineData("Unit", "So lange dauert keine Frist", "Statutory", "Month", Court, null, false, "2000")]
    [InlineData("LegalBasis", "braucht ihren Paragraphen", "Statutory", "Week", " ", null, false)]
    [InlineData("EventOn", "nur eine gesetzliche Frist, die in Tagen", "Statutory", "", Court, "2026-11-02", false)]
    [InlineData("EventOn", "nicht in der Zukunft", "Statutory", "Week", Court, "2099-11-02", false)]
    [InlineData("EventOn", "höchstens 5 Jahre zurück", "Statutory", "Week", Court, "2016-11-02", false)]
    [InlineData("Irrevocable", "Ein Recht nimmt nur das Gesetz", "Target", "", "", null, true)]
    public async Task What_no_deadline_can_be_is_said_at_its_field_and_what_was_typed_is_kept(
        string field, string told, string kind, string unit, string basis, string? since, bool lost, string length = "2")
    {
        var form = (await FormAsync()).Fill("Deadline", kind).Fill("Length", length).Fill("Unit", unit).Fill("LegalBasis", basis).Fill("EventOn", since ?? "");
        var again = await (lost ? form.Fill("Irrevocable", "true") : form).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(told, again.Document.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Single(again.Document.QuerySelectorAll(".portal-error-summary li"));
        Assert.Equal(
            ("Klage erheben", length, kind, unit, since ?? "", lost),
            (Value(again, "input[name=Title]"), Value(again, "input[name=Length]"), Value(again, "input[name=Deadline][checked]"),
                Value(again, "select[name=Unit] option[selected]"), Value(again, "input[name=EventOn]"), again.Has("#Irrevocable[checked]")));
        Assert.DoesNotContain((await path.SeenByAsync(brandt))!.Steps, s => s.TemplateKey is null);
    }

    private async Task<FilledForm> FormAsync() => (await visitor.OpenAsync($"{path.Address}/steps/new")).Form("main form[method=post]")
        .Fill("Title", "Klage erheben").Fill("ResponsibleKind", "mbe").Fill("Length", "3");

    private async Task<CaseStep> AddedAsync() => (await path.SeenByAsync(brandt))!.Steps.Single(s => s.TemplateKey is null);

    private static string Value(Page page, string field) => page.Document.QuerySelector(field)!.GetAttribute("value") ?? "";

    private static string Plain(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

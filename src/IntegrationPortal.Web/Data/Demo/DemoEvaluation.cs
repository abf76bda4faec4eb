using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// The evaluation of the demo: a plan registered 14 months ago, snapshots of what the demo published for T0, T6 and T12, two surveys and the
/// draft of this year's report. Written after the indicators were counted, through the same rules as at work.
/// </summary>
internal static class DemoEvaluation
{
    private static readonly (string Question, string[] Codes)[] Questions =
    [
        ("Werden Übergaben schneller und öfter angenommen?", ["P1", "P2", "P4"]),
        ("Gehen weniger Fristen verloren?", ["P5"]),
        ("Beginnen Kurse früher?", ["L1", "L1S"]),
        ("Werden mehr Menschen begleitet, und länger?", ["V1", "V2", "V3"]),
        ("Wie geht es den Menschen selbst?", ["G2"]),
    ];

    public static async Task LoadAsync(string ownerConnectionString, WorkingCalendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = new PortalDbContext(DataRegistration.Options(new DbContextOptionsBuilder<PortalDbContext>(), ownerConnectionString).Options);
        await using var aggregates = new AggregateDatabase(ownerConnectionString);
        var reader = new IndicatorReader(aggregates);
        var today = GermanTime.DayOf(now);
        await AddPlanAsync(db, reader, calendar, today, now, cancellation);
        AddSurveys(db, calendar, today, now);
        db.Add(ProgressReport.Make(Guid.CreateVersion7(now), today.Year, FirstWords, null, today, calendar.LastWorked(now.AddDays(-3))));
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task AddPlanAsync(PortalDbContext db, IndicatorReader reader, WorkingCalendar calendar, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        var seals = (await reader.DefinitionsAsync(cancellation)).Where(d => d.IsInForceOn(today)).Select(d => new DefinitionSeal(d.Code, d.Version, d.Hash)).ToList();
        var begins = new DateOnly(today.Year, today.Month, 1).AddMonths(-14);
        var registered = calendar.LastWorked(now.AddMonths(-14));
        var plan = EvaluationPlan.Draft(Guid.CreateVersion7(registered), "Wirkung der Prozessbegleitung in den Pilotkommunen", begins, registered);
        foreach (var (question, codes) in Questions)
            plan.Ask(question, [.. seals.Where(s => codes.Contains(s.Code))]);
        plan.Register(seals, registered);
        db.Add(plan);
        var places = await db.PilotPlacesAsync(cancellation);
        var planned = plan.Indicators.ToDictionary(i => (i.Code, i.Version), i => i.DefinitionHash);
        var taken = new List<EvaluationSnapshot>();
        var settles = await reader.SettlesAsync(today, cancellation);
        foreach (var wave in plan.PublishedBefore(today, settles))
        {
            var month = plan.MonthOf(wave);
            var cells = await reader.CellsAsync(new CellQuestion([.. planned.Keys.Select(p => p.Code)], [.. places.Select(p => p.Key)], month, month, Dimension: null), cancellation);
            // Nothing is frozen that was never published.
            if (cells.Count == 0)
                return;
            var on = calendar.LastWorked(now.AddMonths(wave - 14 + 1).AddDays(20));
            var snapshot = EvaluationSnapshot.Take(
                plan, taken, wave, SnapshotContent.Write(cells.Where(c => planned.ContainsKey((c.Code, c.Version))).Select(c => new FrozenCell(
                    c.Code, c.Version, planned[(c.Code, c.Version)], c.MunicipalityKey, c.Dimension, c.Part, c.Amount, c.Denominator, c.Basis))),
                settles, today, on < now ? on : now);
            taken.Add(snapshot);
            db.Add(snapshot);
        }
    }

    /// <summary>One that is over, with enough answers in one town and too few in the other, and one that runs.</summary>
    private static void AddSurveys(PortalDbContext db, WorkingCalendar calendar, DateOnly today, DateTimeOffset now)
    {
        var questionnaires = new Reference.SurveyQuestionnaires();
        var (persons, actors) = (questionnaires.All.Single(q => q.Audience == SurveyAudience.Persons), questionnaires.All.Single(q => q.Audience == SurveyAudience.Actors));
        DateTimeOffset Ago(int days) => calendar.LastWorked(now.AddDays(-days));
        var (opened, closed, begun) = (GermanTime.DayOf(Ago(75)), GermanTime.DayOf(Ago(45)), GermanTime.DayOf(Ago(10)));
        var over = Survey.Open(Guid.CreateVersion7(Ago(75)), persons, 12, opened, closed, [], opened, Ago(75));
        var runs = Survey.Open(Guid.CreateVersion7(Ago(10)), actors, 12, begun, calendar.NextWorkingDay(today.AddDays(20)), [], begun, Ago(10));
        db.AddRange(over, runs);
        foreach (var (place, links, answered) in new[] { (DemoAccounts.Krefeld, 80, 53), (DemoAccounts.Viersen, 12, 3) })
        {
            var batch = SurveyBatch.Make(Guid.CreateVersion7(Ago(74)), over, place, links, opened, Ago(74));
            db.Add(batch);
            db.AddRange(Enumerable.Range(0, links - answered).Select(_ => SurveyLink.For(Guid.NewGuid(), over.Id, place, batch.Id)));
            var dice = new Dice(answered);
            db.Add(SurveyTally.Of(over.Id, place, "", 0, answered));
            foreach (var item in persons.Items)
            {
                db.AddRange(Enumerable.Range(0, answered).Select(_ => Math.Min(5, dice.Between(1, 3) + dice.Between(0, 2))).GroupBy(value => value)
                    .Select(value => SurveyTally.Of(over.Id, place, item.Key, value.Key, value.Count())));
            }
        }

        var open = SurveyBatch.Make(Guid.CreateVersion7(Ago(9)), runs, DemoAccounts.Krefeld, 20, today, Ago(9));
        db.Add(open);
        db.AddRange(Enumerable.Range(0, 20).Select(_ => SurveyLink.For(Guid.NewGuid(), runs.Id, DemoAccounts.Krefeld, open.Id)));
    }

    private static Bilingual FirstWords(string section) => section switch
    {
        "summary" => new("Dieser Bericht zeigt, was sich in den Pilotkommunen der Demo bewegt hat. Alle Zahlen sind synthetisch.", "This report shows what has moved in the pilots of the demo. All figures are synthetic."),
        "outlook" => new("Im nächsten Jahr folgen die Momentaufnahmen T18 und T24.", "Next year the snapshots T18 and T24 follow."),
        "pilots" => new("13 Kommunen kamen mit der ersten Phase, zehn mit der zweiten. Alle begleitet eine externe Prozessbegleitung.", "13 municipalities came with the first phase, ten with the second. An external facilitator accompanies each of them."),
        "evaluation" => new("Die Evaluation folgt einem Plan, der vor den ersten Ergebnissen angemeldet wurde.", "The evaluation follows a plan that was registered before the first results."),
        _ => new("Die Zahlen stehen darunter.", "The figures stand below."),
    };
}

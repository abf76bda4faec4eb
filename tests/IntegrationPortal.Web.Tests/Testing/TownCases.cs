using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Cases of a town, opened through the domain as the officer who opens them.</summary>
public static class TownCases
{
    /// <summary><c>await town.CaseAsync(brandt, c => c.Named("Amina Rahimi").With(FactKind.LanguageLevel, "B1"))</c></summary>
    public static async Task<TownCase> CaseAsync(this Town town, TestUser by, Action<CaseSketch>? with = null)
    {
        var sketch = new CaseSketch();
        with?.Invoke(sketch);
        var now = sketch.OpenedAt ?? town.Now;
        var number = town.NextCaseNumber();
        var template = town.Reference.Templates.Last(t => t.Key == sketch.Template && t.ValidFrom <= GermanTime.DayOf(town.Now));
        await town.Portal.AsAsync(by.Officer, async db =>
        {
            var path = CasePath.Open(sketch.Id, number, template, by.Officer, town.Calendar, now);
            var person = Person.Of(path, Guid.CreateVersion7(now), sketch.Person);
            db.Add(path);
            db.Add(person);
            foreach (var (kind, code, value, until) in sketch.Facts)
            {
                var details = new FactDetails(Guid.CreateVersion7(now), kind, town.Code(kind, code), value, null, until, until is null ? "Angabe der Person" : "Bescheid");
                db.Add(PersonFact.Record(path, person, details, by.Officer, now));
            }

            return await db.SaveChangesAsync();
        });
        return new TownCase(town, sketch.Id, number, by);
    }

    /// <summary>The code of its list, the first where none is asked for; null where the kind has no list.</summary>
    private static FactCode? Code(this Town town, FactKind kind, string? code) => (kind == FactKind.ResidenceStatus
        ? town.Reference.ResidenceStatusCodes
        : town.Reference.FactCodes.Where(c => c.Kind == kind)).FirstOrDefault(c => code is null || c.Code == code);

    /// <summary>Does something with the path and saves: <c>await town.OnAsync(path, brandt, p => p.Start(…))</c>.</summary>
    public static Task OnAsync(this TownCase path, TestUser by, Action<CasePath, Officer> deed) => path.OnAsync(by, (row, officer) =>
    {
        deed(row, officer);
        return Task.CompletedTask;
    });

    /// <summary>The same, where something else happens between the reading and the saving.</summary>
    public static Task OnAsync(this TownCase path, TestUser by, Func<CasePath, Officer, Task> deed) =>
        path.Town.Portal.AsAsync(by.Officer, async db =>
        {
            await deed((await db.FindPathAsync(path.Id))!, by.Officer);
            return await db.SaveChangesAsync();
        });

    /// <summary>Adds a further process, as somebody of the kind that leads.</summary>
    public static Task FollowAsync(this TownCase path, TestUser lead, string template) => path.OnAsync(lead, (p, by) => p.AddTemplate(
        Guid.CreateVersion7(), path.Town.Reference.Templates.Last(t => t.Key == template), by.ActorKind, by, path.Town.Calendar, path.Town.Now));

    /// <summary>Writes down a fact with a code of a list, today or for the day it begins.</summary>
    public static Task RecordAsync(this TownCase path, TestUser by, FactKind kind, string? code, DateOnly? from = null, DateOnly? until = null) =>
        path.Town.Portal.AsAsync(by.Officer, async db =>
        {
            var details = new FactDetails(Guid.CreateVersion7(), kind, path.Town.Code(kind, code), code is null or FactCode.Other ? "laut Bescheid" : "", from, until, "Bescheid");
            db.Add(PersonFact.Record((await db.FindPathAsync(path.Id))!, await db.Persons.SingleAsync(p => p.CaseId == path.Id), details, by.Officer, path.Town.Now));
            return await db.SaveChangesAsync();
        });

    /// <summary>The coordination opens it for 24 hours with a reason.</summary>
    public static Task BreakGlassAsync(this TownCase path, TestUser coordinator, DateTimeOffset now) =>
        path.Town.Portal.AsAsync(coordinator.Officer, async db =>
        {
            var row = (await db.FindPathAsync(path.Id))!;
            var known = row.ParticipationOf(coordinator.Actor!.Id) is not null;
            var mine = row.BreakGlass("Gefahr im Verzug", coordinator.Officer, now);
            if (!known)
                db.Add(mine);
            return await db.SaveChangesAsync();
        });

    /// <summary>The whole path, as every deed needs it.</summary>
    public static Task<CasePath?> FindPathAsync(this PortalDbContext db, Guid id) =>
        db.CasePaths.Include(p => p.Steps.OrderBy(s => s.Position)).Include(p => p.FurtherTemplates).Include(p => p.Participations).ThenInclude(p => p.Grounds).SingleOrDefaultAsync(p => p.Id == id);
}

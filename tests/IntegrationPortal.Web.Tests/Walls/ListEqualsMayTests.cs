using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>For every role, the rows that a list shows are exactly the rows that the rule of product.md §4, written out here, allows.</summary>
public sealed class ListEqualsMayTests(PortalHost host)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_listed_is_what_may_be_seen(int seed)
    {
        var town = await RandomTown.BuildAsync(host, seed);
        var all = await BeyondWalls.ReadAsync(host, town.Town.Tenant.Id, Everything.ReadAsync);
        Assert.NotEmpty(all.Facts);
        Assert.NotEmpty(all.Handovers);
        var now = town.Town.Now;
        var different = 0;
        foreach (var officer in town.Eyes)
        {
            var may = new May(all, officer, now);
            var seen = await host.Portal.AsAsync(officer, Everything.ReadAsync);
            void Same<T>(string what, IEnumerable<T> shown, IEnumerable<T> rows, Func<T, Guid> id, Func<T, bool> rule)
            {
                var expected = rows.Where(rule).Select(id).Order().ToList();
                Assert.True(expected.SequenceEqual(shown.Select(id).Order()), $"{what} for {officer.Role} of {officer.ActorKind}: {expected.Count} expected, {shown.Count()} shown");
                different += expected.Count > 0 && expected.Count < rows.Count() ? 1 : 0;
            }

            Same("paths", seen.Paths, all.Paths, p => p.Id, p => may.Steers || may.TakesPart(p.Id));
            Same("steps", seen.Steps, all.Steps, s => s.Id, s => may.Steers || may.TakesPart(s.CaseId));
            Same("persons", seen.Persons, all.Persons, p => p.Id, p => may.Holds(p.CaseId, DataCategory.Basic));
            Same("facts", seen.Facts, all.Facts, f => f.Id, f => may.Holds(f.CaseId, f.Category));
            Same("consents", seen.Consents, all.Consents, c => c.Id, c => may.Holds(c.CaseId, DataCategory.Basic));
            Same("events", seen.Events, all.Events, e => e.Id, e => e.Category == DataCategory.None
                ? may.Steers || may.TakesPart(e.CaseId) || (officer.Role == Role.DataProtectionOfficer && e.Kind == CaseEventKind.AccessBroken)
                : may.Holds(e.CaseId, e.Category));
            Same("handovers", seen.Handovers, all.Handovers, h => h.Id, h => may.Steers || may.TakesPart(h.CaseId)
                || may.Is(h.FromActorId) || (may.Is(h.ToActorId) && h.State != HandoverState.Withdrawn));
            Same("contents", seen.Handovers.Where(h => h.Content is not null), all.Handovers, h => h.Id,
                h => may.Is(h.FromActorId) || (may.Is(h.ToActorId) && h.State is not (HandoverState.Withdrawn or HandoverState.Expired)));
            Same("participations", seen.Participations, all.Participations, p => Mixed(p.CaseId, p.ActorId),
                p => may.Steers || may.Is(p.ActorId) || may.TakesPart(p.CaseId));
        }

        Assert.True(different > 10, "Too few of the lists leave anything out for this to prove much.");
    }

    private static Guid Mixed(Guid a, Guid b) => new([.. a.ToByteArray()[8..], .. b.ToByteArray()[8..]]);

    private sealed record May(Everything All, Officer Officer, DateTimeOffset Now)
    {
        public bool Steers => Officer.Role == Role.Coordinator;

        public bool Is(Guid actorId) => Officer.Role.HoldsCases() && Officer.ActorId == actorId;

        public bool TakesPart(Guid caseId) => Mine(caseId).Any();

        public bool Holds(Guid caseId, DataCategory category) => Mine(caseId).Any(p => (p.Categories & category) != 0);

        private IEnumerable<Participation> Mine(Guid caseId) => All.Participations.Where(p =>
            p.CaseId == caseId && Is(p.ActorId) && p.IsActive && (p.Until is null || p.Until > Now));
    }

    private sealed record Everything(
        List<CasePath> Paths, List<CaseStep> Steps, List<Person> Persons, List<PersonFact> Facts, List<Consent> Consents, List<CaseEvent> Events,
        List<Handover> Handovers, List<Participation> Participations, List<AccessEntry> Accesses)
    {
        public static async Task<Everything> ReadAsync(PortalDbContext db) => new(
            await db.CasePaths.AsNoTracking().ToListAsync(), await db.CaseSteps.AsNoTracking().ToListAsync(), await db.Persons.AsNoTracking().ToListAsync(),
            await db.PersonFacts.AsNoTracking().ToListAsync(), await db.Consents.AsNoTracking().ToListAsync(), await db.CaseEvents.AsNoTracking().ToListAsync(),
            await db.Handovers.AsNoTracking().Include(h => h.Content).ToListAsync(), await db.Participations.AsNoTracking().ToListAsync(),
            await db.AccessEntries.AsNoTracking().ToListAsync());
    }
}

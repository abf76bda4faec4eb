using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>
/// What a coordination writes for the handbook and has adopted from it. Every text says that it is an example: none of it happened, and
/// none of what it writes is public.
/// </summary>
internal sealed class DemoHandbook(PortalDbContext db, Tenant town, Officer coordinator, string office, Guid editor, WorkingCalendar calendar, DateTimeOffset now)
{
    private const string Example = "Beispiel der Demo, nicht geschehen.";

    private readonly Writer by = new(coordinator.UserId, coordinator.Role, town.Id, office);
    private readonly Writer reviewer = new(editor, Role.FoundationStaff, null, "Redaktion der Stiftung");

    /// <summary>What came with the portal, which a coordination can adopt; read before the demo is drawn.</summary>
    public static Task<List<HandbookEntry>> ShippedAsync(PortalDbContext owner, CancellationToken cancellation) =>
        owner.HandbookEntries.AsNoTracking().Include(e => e.Versions).ThenInclude(v => v.Texts)
            .Where(e => e.Slug == "laufmappe" || e.Slug == "patenschaften-in-sechs-schritten" || e.Slug == "prozesswerkstatt")
            .OrderBy(e => e.Slug).ToListAsync(cancellation);

    public void Live(IReadOnlyList<HandbookEntry> shipped)
    {
        Begin(HandbookKind.Lesson, "demo-sprechstunde", "Demo: Die Sprechstunde lag falsch", Ago(2));
        Begin(HandbookKind.GoodPractice, "demo-wegweiser", "Demo: Ein Wegweiser an jeder Tür", Ago(9)).Submit(by, Ago(6));
        var read = Begin(HandbookKind.GoodPractice, "demo-gemeinsamer-termin", "Demo: Ein Termin statt drei", Ago(20));
        read.Submit(by, Ago(15));
        read.TakeIntoReview(reviewer);
        db.Add(EntryComment.Say(Guid.CreateVersion7(now), read, "results", 1, $"Woran ist das zu erkennen? {Example}", reviewer, Ago(4)));

        foreach (var (entry, months) in shipped.OrderBy(e => e.Slug, StringComparer.Ordinal).Zip([13, 7, 2]))
            Adopt(entry, calendar.LastWorked(now.AddMonths(-months)));
    }

    private DateTimeOffset Ago(int days) => calendar.LastWorked(now.AddDays(-days));

    private HandbookEntry Begin(HandbookKind kind, string slug, string title, DateTimeOffset at)
    {
        var fields = EntryField.Of(kind).Where(f => f.IsRequired).ToDictionary(f => f.Key, _ => $"{Example} So sieht ein Beitrag aus, an dem eine Kommune schreibt.");
        var words = new EntryWords(title, $"{Example} Es zeigt, wie ein Beitrag entsteht und geprüft wird.", fields, []);
        var entry = HandbookEntry.Begin(Guid.CreateVersion7(at), kind, slug, town.Id, new EntryFacts(FieldOfAction.Across) { Places = [town.Key] }, words, by, at);
        db.Add(entry);
        return entry;
    }

    // The oldest waits for its result, the next is released while it is under way, the newest has just begun.
    private void Adopt(HandbookEntry entry, DateTimeOffset at)
    {
        var plan = Adoption.Adopt(Guid.CreateVersion7(at), entry, EntryLanguage.De, $"{Example} Hier stünde, was die Kommune anders macht.", coordinator, at);
        db.Add(plan);
        foreach (var step in plan.Steps.Take(at < now.AddMonths(-6) ? 2 : 0))
            plan.Finish(step, coordinator, calendar.LastWorked(at.AddDays(30)));
        if (at > now.AddMonths(-12) && at < now.AddMonths(-6))
            plan.Release(coordinator, calendar.LastWorked(at.AddDays(60)));
    }
}

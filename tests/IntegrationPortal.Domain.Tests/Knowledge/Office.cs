using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Knowledge;

/// <summary>People and texts for tests of the handbook.</summary>
internal static class Office
{
    public static readonly Guid Krefeld = Guid.CreateVersion7();
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static readonly Writer Author = new(Guid.CreateVersion7(), Role.Coordinator, Krefeld, "Kommunale Koordination Krefeld");
    public static readonly Writer Neighbour = new(Guid.CreateVersion7(), Role.Coordinator, Guid.CreateVersion7(), "Koordination Viersen");
    public static readonly Writer Editor = new(Guid.CreateVersion7(), Role.FoundationStaff, null, "Redaktion der Stiftung");
    public static readonly Writer OtherEditor = new(Guid.CreateVersion7(), Role.FoundationStaff, null, "Redaktion der Stiftung");

    public static readonly EntryFacts Facts = new(FieldOfAction.Housing);
    public static readonly Criteria Judged = new(Judgement.Met, Judgement.PartlyMet, Judgement.Met, Judgement.Met);

    public static EntryWords Words(HandbookKind kind = HandbookKind.Lesson, string title = "Ein Titel") => new(
        title, "Worum es geht.", EntryField.Of(kind).Where(f => f.IsRequired).ToDictionary(f => f.Key, f => $"Text zu {f.Key}."),
        kind == HandbookKind.Format ? [new AgendaItem(10, "Anfang", "")] : []);

    public static HandbookEntry Draft(HandbookKind kind = HandbookKind.Lesson, Writer? by = null)
    {
        by ??= Author;
        return HandbookEntry.Begin(Guid.CreateVersion7(), kind, "ein-titel", by.MunicipalityId, Facts, Words(kind), by, Now);
    }

    public static HandbookEntry Published(HandbookKind kind = HandbookKind.Lesson)
    {
        var entry = Draft(kind);
        entry.Submit(Author, Now);
        entry.TakeIntoReview(Editor);
        entry.Publish(Judged, Editor, Now);
        return entry;
    }
}

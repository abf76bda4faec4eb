using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Exchange;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>Makes a draft of a file in which another handbook says what it has.</summary>
public sealed class ImportEntry(PortalDbContext db, ReferenceCatalogue catalogue, TimeProvider clock)
{
    /// <param name="id">Of the form, so that a second sending finds the draft of the first.</param>
    /// <returns>Why the file becomes no draft; null when it has become one.</returns>
    public async Task<Refusal?> RunAsync(Guid id, IFormFile? file, Writer by, CancellationToken cancellation)
    {
        var (read, no) = await ReadAsync(file, cancellation);
        if ((no ?? WhyNotImport(read!, by)) is { } refused)
            return refused;
        var slug = Slug.With(Slug.Of(read!.Texts[read.Main].Title) is { Length: > 0 } readable ? readable : "eintrag", id);
        var entry = HandbookEntry.Begin(id, read.Kind, slug, by.MunicipalityId, read.Facts, read.Texts[read.Main], by, clock.GetUtcNow(), read.Main);
        foreach (var (language, text) in read.Texts.Where(t => t.Key != read.Main))
            entry.Write(language, text, by);
        await db.AddOnceAsync(entry, cancellation);
        return null;
    }

    private static async Task<(ReadEntry? Entry, Refusal? No)> ReadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is { Length: > EntryDocument.Largest })
            return (null, new Refusal("import-too-large", EntryDocument.Largest / 1024));
        using var content = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(content, cancellation);
        return EntryDocument.Read(content.ToArray());
    }

    private Refusal? WhyNotImport(ReadEntry read, Writer by) =>
        HandbookEntry.WhyNotKind(read.Kind, by.MunicipalityId)
        ?? (read.Facts.Partner is { } partner && catalogue.HandbookPartner(partner) is null
            ? new Refusal("import-partner-unknown", string.Join(", ", catalogue.HandbookPartners.Select(p => p.Key)))
            : null);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Mappings.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>
/// Brings what the portal itself has to say into the handbook. What somebody has changed since stays as they wrote it; what a release
/// says otherwise is a new version, and the old one stays readable.
/// </summary>
internal static class HandbookLoader
{
    private const string Seed = "handbook";

    public static async Task LoadAsync(PortalDbContext owner, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var transaction = await owner.Database.BeginTransactionAsync(cancellation);
        await owner.Database.ExecuteSqlAsync($"lock table reference_state in share row exclusive mode", cancellation);
        var files = HandbookFile.Names.Select(name => HandbookFile.Parse(name, HandbookFile.Text(name))).ToList();
        var hash = await HashAsync(owner, cancellation);
        var state = await owner.Set<ReferenceState>().SingleOrDefaultAsync(s => s.Seed == Seed, cancellation);
        if (state?.Hash == hash)
            return;
        var entries = await owner.HandbookEntries.Include(e => e.Versions).ThenInclude(v => v.Texts).Include(e => e.EarlierSlugs).ToDictionaryAsync(e => e.Id, cancellation);
        foreach (var file in files)
        {
            var id = IdOf(file);
            if (!entries.TryGetValue(id, out var entry))
            {
                // A municipality was there first with this address, or had it once.
                var slug = entries.Values.Any(e => e.Kind == file.Kind && (e.Slug == file.Slug || e.EarlierSlugs.Any(s => s.Slug == file.Slug))) ? $"{file.Slug}-portal" : file.Slug;
                owner.Add(HandbookEntry.Ship(id, file.Kind, slug, file.Facts, file.Texts, file.AsOf, now));
            }
            else if (entry.IsShipped && entry.Public is { } said && !Says(said, file))
            {
                entry.ShipAgain(file.Facts, file.Texts, file.AsOf, now);
            }
        }

        await owner.SaveChangesAsync(cancellation);
        await owner.Database.ExecuteSqlAsync($"select reading.shelve(id) from handbook_entry", cancellation);
        await owner.Database.ExecuteSqlAsync($"call app.shelve_processes()", cancellation);
        await owner.Database.ExecuteSqlAsync(
            $"""
            insert into reference_state (seed, hash, rows, loaded_at) values ({Seed}, {hash}, {files.Count}, {now})
            on conflict (seed) do update set hash = excluded.hash, rows = excluded.rows, loaded_at = excluded.loaded_at
            """,
            cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Also of the templates that processes are drawn from, and of the code that shelves them.</summary>
    private static async Task<string> HashAsync(PortalDbContext owner, CancellationToken cancellation)
    {
        var templates = await owner.Set<ReferenceState>().Where(s => s.Seed == "process_template" || s.Seed == "template_step" || s.Seed == "actor_kind")
            .OrderBy(s => s.Seed).Select(s => s.Hash).ToListAsync(cancellation);
        var all = string.Concat(HandbookFile.Names.Append("handbook-search.sql").Select(HandbookFile.Text).Concat(templates));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    // PostgreSQL keeps fields in an order of its own.
    private static bool Says(EntryVersion version, HandbookFile file)
    {
        static string Text(object facts, IEnumerable<(EntryLanguage Language, EntryWords Words)> words) =>
            JsonSerializer.Serialize(
                new
                {
                    facts,
                    words = words.OrderBy(w => w.Language).Select(w => new
                    {
                        w.Language, w.Words.Title, w.Words.Summary, Fields = w.Words.Fields.OrderBy(f => f.Key, StringComparer.Ordinal), w.Words.Agenda,
                    }),
                }, EntryJson.Options);
        return Text(version.Facts, version.Texts.Select(t => (t.Language, t.Words))) == Text(file.Facts, file.Texts.Select(t => (t.Key, t.Value)));
    }

    private static Guid IdOf(HandbookFile file) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"handbook {file.Kind} {file.Slug}")).AsSpan(0, 16));
}

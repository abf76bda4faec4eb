using IntegrationPortal.Domain.CaseImports;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Cases;

/// <summary>A case that may be of the same person, as somebody sees it who takes part in it.</summary>
public sealed record Twin(Guid CaseId, string Number, string Name, Domain.Persons.PartialDate? Born);

/// <summary>
/// Whether somebody may be in the portal already: asked when a case is opened by hand, when a table is looked through and once more when its
/// row becomes a case. The rule stands in search.sql; it looks only at cases whose person the asking actor sees.
/// </summary>
public static class FindTwins
{
    /// <summary>As many as a page shows beside one row.</summary>
    private const int Most = 3;

    /// <param name="but">The case that is just being opened.</param>
    public static async Task<List<Twin>> TwinsOfAsync(this PortalDbContext db, SamePerson person, Guid but, CancellationToken cancellation)
    {
        var (names, born, swapped) = (person.Name.ToArray(), person.Born?.ToString() ?? "", person.Swapped?.ToString() ?? "");
        var found = await db.Database.SqlQuery<Guid>($"""select find_twins as "Value" from reading.find_twins({names}, {born}, {swapped}, {person.IsSureOfBirth}, {but}, {Most})""")
            .ToListAsync(cancellation);
        return found.Count == 0 ? [] : await (from c in db.CasePaths.AsNoTracking()
            join p in db.Persons.AsNoTracking() on c.Id equals p.CaseId
            where found.Contains(c.Id)
            orderby c.Number
            select new Twin(c.Id, c.Number, p.OfficialName, p.Born)).ToListAsync(cancellation);
    }

    /// <summary>Of many at once: the places of those who may be there already.</summary>
    public static async Task<HashSet<int>> WhoIsThereAsync(this PortalDbContext db, IReadOnlyList<SamePerson> people, CancellationToken cancellation)
    {
        const char Between = ' ';
        const int AtOnce = 500;
        var there = new HashSet<int>();
        // Asked in pieces: a list of thousands on a busy machine takes longer than a single question may.
        for (var from = 0; from < people.Count; from += AtOnce)
        {
            var some = people.Skip(from).Take(AtOnce).ToList();
            var names = some.Select(p => string.Join(Between, p.Name)).ToArray();
            var born = some.Select(p => p.Born?.ToString() ?? "").ToArray();
            var swapped = some.Select(p => p.Swapped?.ToString() ?? "").ToArray();
            var sure = some.Select(p => p.IsSureOfBirth).ToArray();
            var found = await db.Database.SqlQuery<int>($"""
                select (place - 1)::int as "Value" from unnest({names}, {born}, {swapped}, {sure}) with ordinality row (name, born, swapped, sure, place)
                where exists (select from reading.find_twins(string_to_array(name, ' '), born, swapped, sure, null, 1))
                """).ToListAsync(cancellation);
            there.UnionWith(found.Select(place => from + place));
        }

        return there;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Finds cases by name, in any spelling, or by the beginning of their number.</summary>
public static partial class CaseSearch
{
    /// <summary>More hits than anybody reads; the page says that there are more.</summary>
    public const int Most = 100;

    private const int MostWords = 6;
    private const int YearsBack = 10;

    /// <param name="text">As typed; may be anything.</param>
    /// <param name="ofTown">Where persons are not shown: all paths of the municipality, and only by their number.</param>
    public static async Task<FoundCases> FindCasesAsync(
        this PortalDbContext db, string text, Officer by, bool ofTown, DateOnly today, CancellationToken cancellation, int most = Most)
    {
        if (Number().Match(text.Trim()) is { Success: true } number)
        {
            var (numbered, now) = (db.ByNumber(number, today), db.Session.Now);
            // Before the limit: what is not in the list asked for must not take the place of what is.
            if (!ofTown)
                numbered = numbered.Where(c => c.Participations.Any(p => p.ActorId == by.ActorId && p.IsActive && (p.Until == null || p.Until > now)));
            return FoundCases.Of(await numbered.OrderBy(c => c.Number).Take(most + 1).Select(c => c.Id).ToListAsync(cancellation), most);
        }

        string[] words = [.. SearchForm.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
        if (ofTown || words.Length == 0)
            return FoundCases.Of([], most);
        var named = new NpgsqlBatchCommand("select find_cases from reading.find_cases($1, $2)")
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = words }, new NpgsqlParameter<int> { TypedValue = most + 1 } },
        };
        return FoundCases.Of(await db.TogetherAsync([named], reader => reader.RowsAsync(row => row.GetGuid(0), cancellation), cancellation), most);
    }

    private static IQueryable<Domain.CasePaths.CasePath> ByNumber(this PortalDbContext db, Match number, DateOnly today)
    {
        var digits = number.Groups["number"].Value;
        if (number.Groups["year"] is { Success: true, Value: var year })
        {
            var first = $"K-{year}-{digits}";
            // All numbers that begin so: digits and nothing else follow.
            var last = first + ":";
            return db.CasePaths.AsNoTracking().Where(
                c => EF.Functions.GreaterThanOrEqual(ValueTuple.Create(c.Number), ValueTuple.Create(first))
                    && EF.Functions.LessThan(ValueTuple.Create(c.Number), ValueTuple.Create(last)));
        }

        var wanted = int.Parse(digits, CultureInfo.InvariantCulture);
        string[] ofAnyYear = [.. Enumerable.Range(0, YearsBack).Select(back => CaseNumbers.Of(today.Year - back, wanted))];
        return db.CasePaths.AsNoTracking().Where(c => ofAnyYear.Contains(c.Number));
    }

    /// <summary>412, K-412, 2026-0412, K-2026-04; in full or the beginning when the year is there. K-2026 is the year, K-0412 a number.</summary>
    [GeneratedRegex(
        @"^(?:K\s*-?\s*)?(?<year>20[0-9]{2})\s*-\s*(?<number>[0-9]{0,7})$|^K\s*-?\s*(?<year>20[0-9]{2})$|^(?:K\s*-?\s*)?(?<number>[0-9]{1,7})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>The cases that a search found, up to the limit.</summary>
/// <param name="More">There are more than these.</param>
public sealed record FoundCases(Guid[] Ids, bool More)
{
    internal static FoundCases Of(List<Guid> ids, int most) => new([.. ids.Take(most)], ids.Count > most);
}

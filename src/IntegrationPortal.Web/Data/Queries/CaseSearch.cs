using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Persons;
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
    /// <param name="byName">False where persons are not shown: then only numbers are found.</param>
    public static async Task<Guid[]> FindCasesAsync(
        this PortalDbContext db, string text, bool byName, DateOnly today, CancellationToken cancellation)
    {
        if (Number().Match(text.Trim()) is { Success: true } number)
            return await db.ByNumber(number, today).Take(Most).Select(c => c.Id).ToArrayAsync(cancellation);
        string[] words = [.. SearchForm.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
        if (!byName || words.Length == 0)
            return [];
        var named = new NpgsqlBatchCommand("select find_cases from reading.find_cases($1, $2)")
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = words }, new NpgsqlParameter<int> { TypedValue = Most } },
        };
        return [.. await db.TogetherAsync([named], reader => reader.RowsAsync(row => row.GetGuid(0), cancellation), cancellation)];
    }

    private static IQueryable<Domain.CasePaths.CasePath> ByNumber(this PortalDbContext db, Match number, DateOnly today)
    {
        var digits = number.Groups["number"].Value;
        if (number.Groups["year"] is { Success: true, Value: var year })
        {
            var first = $"K-{year}-{digits}";
            // All numbers that begin so: digits and nothing else follow.
            var last = first + ":";
            return db.CasePaths.AsNoTracking().Where(c => EF.Functions.GreaterThanOrEqual(ValueTuple.Create(c.Number), ValueTuple.Create(first)) && EF.Functions.LessThan(ValueTuple.Create(c.Number), ValueTuple.Create(last)));
        }

        var wanted = int.Parse(digits, CultureInfo.InvariantCulture);
        string[] ofAnyYear = [.. Enumerable.Range(0, YearsBack).Select(back => CaseNumbers.Of(today.Year - back, wanted))];
        return db.CasePaths.AsNoTracking().Where(c => ofAnyYear.Contains(c.Number));
    }

    /// <summary>412, 2026-0412, K-2026-04; in full or the beginning when the year is there.</summary>
    [GeneratedRegex(@"^(?:(?:K\s*-?\s*)?(?<year>\d{4})\s*-\s*)?(?<number>[0-9]{0,7})$|^(?:K\s*-?\s*)(?<year>\d{4})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

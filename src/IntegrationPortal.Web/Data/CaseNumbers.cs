using System.Globalization;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data;

/// <summary>The last case number given in a municipality in a year.</summary>
public sealed class CaseNumberCounter : ITenantScoped
{
    public Guid TenantId { get; private set; }

    public int Year { get; private set; }

    public int Last { get; private set; }

    internal static CaseNumberCounter At(Guid tenantId, int year, int last) => new() { TenantId = tenantId, Year = year, Last = last };
}

/// <summary>Gives numbers such as K-2026-0412: per municipality and year, without gaps that a refused save would leave.</summary>
public static class CaseNumbers
{
    /// <summary>Holds the municipality's counter until the transaction ends, so that two cases opened at once get two numbers.</summary>
    public static async Task<string> NextAsync(this PortalDbContext db, int year, CancellationToken cancellation = default)
    {
        var next = await db.Database.SqlQuery<int>($"""
            insert into case_number_counter (tenant_id, year, last) values ({db.TenantId}, {year}, 1)
            on conflict (tenant_id, year) do update set last = case_number_counter.last + 1
            returning last
            """).ToListAsync(cancellation);
        return Of(year, next.Single());
    }

    public static string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"K-{year}-{number:0000}");
}

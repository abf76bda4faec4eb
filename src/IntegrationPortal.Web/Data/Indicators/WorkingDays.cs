using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Indicators;

/// <summary>The working days of every municipality, counted up day by day, so that the database can count them as the portal does.</summary>
internal static class WorkingDays
{
    public static readonly DateOnly First = new(2015, 1, 1);
    private static readonly DateOnly Last = new(2034, 12, 31);

    /// <summary>Day by day from the first on, whether it is worked.</summary>
    public static bool[] Of(WorkingCalendar calendar) => [.. Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(n => calendar.IsWorkingDay(First.AddDays(n)))];

    /// <summary>Writes them anew when a municipality or a rule of holidays has changed. Needs the owner.</summary>
    public static async Task LoadAsync(PortalDbContext owner, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)owner.Database.GetDbConnection();
        await using var known = new NpgsqlCommand("""
            select md5(string_agg(hash, ' ' order by seed) || (select string_agg(key, ' ' order by key) from tenant)) from reference_state where seed in ('holiday_rule', 'tenant')
            """, connection);
        var state = (string)(await known.ExecuteScalarAsync(cancellation))!;
        await using var same = new NpgsqlCommand("select obj_description('indicator_raw.working_day'::regclass) is not distinct from $1", connection);
        same.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state });
        if ((bool)(await same.ExecuteScalarAsync(cancellation))!)
            return;

        var reference = ReferenceCatalogue.Read(owner);
        var tenants = await owner.Tenants.AsNoTracking().ToListAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // What was counted of a municipality that had none is counted anew.
        await RunAsync(connection, """
            insert into indicator_raw.dirty select distinct f.tenant_id, f.subject_id from indicator_raw.fact f
            where not exists (select from indicator_raw.working_day w where w.tenant_id = f.tenant_id)
            """, cancellation);
        await RunAsync(connection, "truncate indicator_raw.working_day", cancellation);
        await using (var writer = await connection.BeginBinaryImportAsync("copy indicator_raw.working_day (tenant_id, day, ordinal, worked) from stdin (format binary)", cancellation))
        {
            foreach (var tenant in tenants)
            {
                var (day, ordinal) = (First, 0);
                foreach (var worked in Of(reference.For(tenant)))
                {
                    ordinal += worked ? 1 : 0;
                    await writer.StartRowAsync(cancellation);
                    await writer.WriteAsync(tenant.Id, cancellation);
                    await writer.WriteAsync(day, cancellation);
                    await writer.WriteAsync(ordinal, cancellation);
                    await writer.WriteAsync(worked, cancellation);
                    day = day.AddDays(1);
                }
            }

            await writer.CompleteAsync(cancellation);
        }

        await RunAsync(connection, $"comment on table indicator_raw.working_day is '{state}'", cancellation);
        await transaction.CommitAsync(cancellation);
        await RunAsync(connection, "analyze indicator_raw.working_day", cancellation);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

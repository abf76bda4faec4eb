using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>Reads in the database itself whether the walls stand. Each gap is a sentence.</summary>
public static class WallInspection
{
    // Every table with a tenant must have the lock, whoever made it and whether or not the model knows it.
    private const string Sql = """
        select c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner),
            exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_lock' and not p.polpermissive and p.polcmd = '*'
                and p.polroles = '{0}' and pg_get_expr(p.polqual, c.oid) like '%tenant_id = %app.tenant()%'
                and pg_get_expr(p.polwithcheck, c.oid) like '%tenant_id = %app.tenant()%'),
            (select count(*) from pg_policy p where p.polrelid = c.oid and p.polpermissive and 'portal_app'::regrole = any (p.polroles)),
            exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polroles = '{0}'),
            exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and 'portal_app'::regrole = any (p.polroles)
                and pg_get_expr(p.polqual, c.oid) = 'true')
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
        order by c.relname
        """;

    // A name without a schema is looked for among the tables of the session first: a function says where it looks, or names the schema, which
    // a plpgsql function is not trusted to do everywhere. Standard bodies ("return …") are bound when they are made.
    private const string Elsewhere = """
        select p.oid::regprocedure || ': finds its tables wherever the session has some'
        from pg_proc p join pg_language l on l.oid = p.prolang and l.lanname in ('sql', 'plpgsql') join pg_namespace n on n.oid = p.pronamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and p.prosqlbody is null and not 'search_path=public, pg_temp' = any (coalesce(p.proconfig, '{}'))
          and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
          and (l.lanname = 'plpgsql' or exists (select from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v')
            and p.prosrc ~ ('\m(from|join|into|update)\s+' || t.relname || '\M(?!\.)')))
        union all
        select 'database: the application role makes tables of its own' where has_database_privilege('portal_app', current_database(), 'temporary')
        """;

    /// <summary>
    /// Tables that name a municipality and stand outside: memberships must be read before anybody is known; mails are sent for all
    /// municipalities in one round and hold no word about a person.
    /// </summary>
    private static readonly string[] Outside = ["membership", "outbox_mail"];

    /// <param name="tenantTables">Tables the model says belong to a municipality.</param>
    /// <param name="caseTables">Those of them that hold data of a case.</param>
    public static async Task<List<string>> GapsAsync(
        string connectionString, IReadOnlyCollection<string> tenantTables, IReadOnlyCollection<string> caseTables)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var gaps = new List<string>();
        var seen = new List<string>();
        while (await reader.ReadAsync())
        {
            var table = reader.GetString(0);
            if (Outside.Contains(table))
                continue;
            seen.Add(table);
            void Must(bool so, string gap)
            {
                if (!so)
                    gaps.Add($"{table}: {gap}");
            }

            Must(reader.GetBoolean(1), "row-level security is not on");
            Must(reader.GetBoolean(2), "row-level security does not bind the owner");
            Must(reader.GetString(3) == "portal_owner", "belongs to another role");
            // The audit trail also holds rows of no municipality, so its own policies carry the tenant.
            Must(reader.GetBoolean(4) || table == "audit_entry", "has no tenant lock");
            Must(reader.GetInt64(5) > 0, "has no policy for the application role");
            Must(!reader.GetBoolean(6), "has a policy that opens it to every role");
            Must(!reader.GetBoolean(7) || !caseTables.Contains(table), "holds data of a case and is open to the whole municipality");
        }

        await reader.DisposeAsync();
        await using var elsewhere = new NpgsqlCommand(Elsewhere, connection);
        await using var functions = await elsewhere.ExecuteReaderAsync();
        while (await functions.ReadAsync())
            gaps.Add(functions.GetString(0));
        gaps.AddRange(tenantTables.Except(seen).Select(t => $"{t}: is not in the database"));
        gaps.AddRange(seen.Except(tenantTables).Where(t => t != "audit_entry").Select(t => $"{t}: holds a tenant's id, but its entity does not say so"));
        return gaps;
    }
}

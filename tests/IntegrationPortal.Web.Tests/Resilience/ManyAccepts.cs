using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Resilience;

/// <summary>Transfers that wait to be accepted, people who press the button, and what must be true of the database whatever happened.</summary>
public sealed record ManyAccepts(Town Town, TestUser Receiver, IReadOnlyList<TownHandover> Waiting)
{
    public static async Task<ManyAccepts> BuildAsync(Town town, int count)
    {
        var coordinator = await town.CoordinatorAsync();
        var receiver = await town.WorkerAsync();
        var waiting = new List<TownHandover>();
        for (var i = 0; i < count; i++)
        {
            var path = await town.CaseAsync(coordinator, c => c.Named($"Fall Nummer {(char)('A' + i % 26)}"));
            waiting.Add(await path.HandOverAsync(receiver, h => h.AsTransfer()));
        }

        return new ManyAccepts(town, receiver, waiting);
    }

    /// <summary>Opens the handover and presses "accept"; the answer, or null when the portal was gone.</summary>
    public static async Task<HttpStatusCode?> AcceptAsync(Visitor browser, TownHandover handover)
    {
        try
        {
            var page = await browser.OpenAsync($"{handover.Address}/accept");
            if (!page.Has("form[action$='/accept']"))
                page = await browser.OpenAsync(handover.Address);
            if (!page.Has("form[action$='/accept']"))
                return page.Status;
            return (await page.Form("form[action$='/accept']").SendAsync()).Status;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Each case either waits untouched or has been accepted wholly and once: state, lead, participation, grounds, events, trail.</summary>
    public async Task<(int Accepted, List<string> Broken)> InspectAsync(string superuser)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            select h.id, h.state, c.lead_actor_id = h.to_actor_id,
                (select count(*) from participation p where p.tenant_id = h.tenant_id and p.case_id = h.case_id and p.actor_id = h.to_actor_id and p.is_active),
                (select count(*) from participation_ground g where g.tenant_id = h.tenant_id and g.case_id = h.case_id and g.actor_id = h.to_actor_id),
                (select count(*) from handover_ground g where g.tenant_id = h.tenant_id and g.handover_id = h.id),
                (select count(*) from case_event e where e.tenant_id = h.tenant_id and e.case_id = h.case_id and e.kind = 'HandoverAccepted'),
                (select count(*) from case_event e where e.tenant_id = h.tenant_id and e.case_id = h.case_id and e.kind = 'LeadMoved'),
                (select count(*) from audit_entry a where a.tenant_id = h.tenant_id and a."table" = 'participation' and a.case_id = h.case_id and a.actor_id = h.to_actor_id and a.change = 'Added')
            from handover h join case_path c on c.tenant_id = h.tenant_id and c.id = h.case_id
            where h.tenant_id = $1
            """, connection) { Parameters = { new() { Value = Town.Tenant.Id } } };
        await using var reader = await command.ExecuteReaderAsync();
        var broken = new List<string>();
        var accepted = 0;
        while (await reader.ReadAsync())
        {
            var state = reader.GetString(1);
            var counts = Enumerable.Range(3, 6).Select(reader.GetInt64).ToArray();
            var grounds = counts[2];
            var whole = state == nameof(HandoverState.Accepted) && reader.GetBoolean(2) && counts is [1, var given, _, 1, 1, 1] && given == grounds;
            var untouched = state == nameof(HandoverState.Sent) && !reader.GetBoolean(2) && counts is [0, 0, _, 0, 0, 0];
            accepted += whole ? 1 : 0;
            if (!whole && !untouched)
                broken.Add($"{reader.GetGuid(0)} is {state}, leads {reader.GetBoolean(2)}, {string.Join(' ', counts)}");
        }

        return (accepted, broken);
    }
}

using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A handover as somebody at an SQL prompt would send it.</summary>
internal static class Sending
{
    public const string Handover = """
        insert into handover (tenant_id, case_id, id, kind, state, from_actor_id, to_actor_id, categories, sent_at, sent_by_user_id, changed_at, previous_lead_actor_id,
            clock_since, clock_remind_on, clock_answer_by, clock_return_on, used_days, alarm)
        values ($1, $2, $3, 'Referral', 'Sent', $4, $5, $6, now(), $7, now(), $8, '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 0, 'None')
        """;

    public static object[] Values(FullTown town, TestUser from, Guid to, DataCategory categories, Guid? id = null) =>
        [town.Town.Tenant.Id, town.Case.Id, id ?? Guid.CreateVersion7(), from.Actor!.Id, to, (int)categories, from.Id, town.Coordinator.Actor!.Id];
}

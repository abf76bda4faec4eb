using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>What the evaluation has frozen neither changes nor grows, whoever asks: evaluation, foundation, or the owner of the tables.</summary>
public sealed class EvaluationWallTests(PortalHost host)
{
    private readonly (Guid Frozen, Guid Draft) plan = (Guid.CreateVersion7(), Guid.CreateVersion7());
    private readonly (Guid Frozen, Guid Draft) report = (Guid.CreateVersion7(), Guid.CreateVersion7());

    [Theory]
    [InlineData(nameof(Role.Evaluator))]
    [InlineData(nameof(Role.FoundationStaff))]
    [InlineData("owner")]
    public async Task A_registered_plan_and_a_released_report_take_nothing_in(string who)
    {
        await using var prompt = await FrozenAsync(who);
        foreach (var (table, key, values) in new[]
        {
            ("plan_question", "number", "(plan_id, number, text) values ($1, 3, 'später')"),
            ("plan_indicator", "question_number", "(plan_id, question_number, code, version, definition_hash) values ($1, 3, 'P1', 1, repeat('0', 64))"),
        })
        {
            await prompt.RefusedAsync($"update {table} set plan_id = $1, {key} = 2 where plan_id = $2", plan.Frozen, plan.Draft);
            await prompt.RefusedAsync($"update {table} set plan_id = $1, {key} = 2 where plan_id = $2", plan.Draft, plan.Frozen);
            await prompt.RefusedAsync($"update {table} set {key} = 2 where plan_id = $1", plan.Frozen);
            // A copy brings plan and questions at once, so the owner is asked when the transaction ends (EvaluationPagesTests).
            if (who != "owner")
                await prompt.RefusedAsync($"insert into {table} {values}", plan.Frozen);
        }

        await prompt.RefusedAsync("insert into report_block (report_id, section, text_de, text_en) values ($1, 'outlook', 'später', 'later')", report.Frozen);
        await prompt.RefusedAsync("update report_block set report_id = $1, section = 'outlook' where report_id = $2", report.Frozen, report.Draft);
        await prompt.RefusedAsync("update report_block set report_id = $1, section = 'outlook' where report_id = $2", report.Draft, report.Frozen);
        await prompt.RefusedAsync("update report_block set text_de = 'anders' where report_id = $1", report.Frozen);
        await prompt.RefusedAsync("update progress_report set figures = 'anders' where id = $1", report.Frozen);
        // What is a draft is still written.
        Assert.Equal(1, await prompt.RunAsync("update report_block set text_de = 'anders' where report_id = $1", report.Draft));
        Assert.Equal(1, await prompt.RunAsync("update plan_question set text = 'anders' where plan_id = $1", plan.Draft));
    }

    [Fact]
    public async Task Nor_is_it_emptied_by_whom_it_belongs_to()
    {
        await using var owner = await FrozenAsync("owner");
        foreach (var (table, key, id) in new[] { ("progress_report", "id", report.Frozen), ("report_block", "report_id", report.Frozen), ("evaluation_plan", "id", plan.Frozen), ("plan_question", "plan_id", plan.Frozen) })
        {
            await owner.RefusedAsync($"delete from {table} where {key} = $1", id);
            await owner.RefusedAsync($"truncate {table} cascade");
        }
    }

    /// <summary>Tables of one's own with the names of the portal's change nothing about it.</summary>
    [Fact]
    public async Task It_is_not_thawed_by_a_table_with_the_same_name()
    {
        await using var prompt = await FrozenAsync("superuser");
        await prompt.RunAsync("create temp table progress_report (id uuid, released_at timestamptz) on commit drop");
        await prompt.RunAsync("create temp table evaluation_plan (id uuid, registered_at timestamptz) on commit drop");
        await prompt.RunAsync("grant select on pg_temp.progress_report, pg_temp.evaluation_plan to portal_app");
        await prompt.RunAsync("set local role portal_app");
        await prompt.RefusedAsync("update public.report_block set text_de = 'anders' where report_id = $1", report.Frozen);
        await prompt.RefusedAsync("update public.plan_question set text = 'anders' where plan_id = $1", plan.Frozen);
        Assert.Equal(1, await prompt.RunAsync("update public.report_block set text_de = 'anders' where report_id = $1", report.Draft));
    }

    /// <summary>A registered plan and a released report, and a draft of each, in a transaction that is undone.</summary>
    private async Task<Prompt> FrozenAsync(string who)
    {
        var prompt = await Prompt.OpenAsync(
            who switch { "owner" => host.Database.Owner, "superuser" => host.Superuser, _ => host.Database.Application },
            null, null, Guid.CreateVersion7(), who is "owner" or "superuser" ? nameof(Role.Evaluator) : who);
        foreach (var id in new[] { plan.Frozen, plan.Draft })
        {
            await prompt.RunAsync("insert into evaluation_plan (id, title, begins, drafted_at) values ($1, 'Wirkung', '2026-01-01', now())", id);
            await prompt.RunAsync("insert into plan_question (plan_id, number, text) values ($1, 1, 'Woran?')", id);
            await prompt.RunAsync("insert into plan_indicator (plan_id, question_number, code, version, definition_hash) values ($1, 1, 'P2', 1, repeat('0', 64))", id);
        }

        foreach (var (id, year) in new[] { (report.Frozen, 1990), (report.Draft, 1991) })
        {
            await prompt.RunAsync("insert into progress_report (id, year, made_at, changed_at) values ($1, $2, now(), now())", id, year);
            await prompt.RunAsync("insert into report_block (report_id, section, text_de, text_en) values ($1, 'summary', 'Stand', 'State')", id);
        }

        Assert.Equal(1, await prompt.RunAsync("update evaluation_plan set registered_at = now(), hash = repeat('0', 64) where id = $1", plan.Frozen));
        Assert.Equal(1, await prompt.RunAsync("update progress_report set released_at = now(), figures = '{}' where id = $1", report.Frozen));
        return prompt;
    }
}

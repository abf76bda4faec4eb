using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: whoever answers from a printed sheet has one handover, three answers, and nothing else.</summary>
public sealed class SheetWallTests(PortalHost host) : IAsyncLifetime
{
    private FullTown town = null!;
    private TownSheet paper = null!;

    public async ValueTask InitializeAsync()
    {
        town = await FullTown.BuildAsync(host);
        paper = await town.Case.HandOverOnPaperAsync("Jobcenter Nord");
        // The same actor is asked about another case, and takes part in a third.
        var actor = paper.Handover.Receiver;
        await (await town.Town.CaseAsync(town.Coordinator, c => c.Named("Olena Koval"))).HandOverAsync(town.Coordinator, actor);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_sees_one_handover_and_no_row_of_any_case_beside_it()
    {
        await using var sheet = await SheetAsync();
        Assert.Equal([paper.Handover.Id], await sheet.ListAsync<Guid>("select id from handover"));
        foreach (var (table, key) in new[] { ("handover_step", "handover_id"), ("handover_ground", "handover_id"), ("handover_content", "handover_id"), ("handover_sheet", "handover_id") })
            Assert.All(await sheet.ListAsync<Guid>($"select {key} from {table}"), id => Assert.Equal(paper.Handover.Id, id));
        foreach (var table in new[]
        {
            "case_path", "case_step", "participation", "participation_ground", "person", "person_fact", "consent", "case_event", "further_template", "unsent_handover",
            "handover_message", "access_entry", "audit_entry", "volunteer", "tandem", "tandem_mentee", "mentoring_request", "mentoring_session", "concern", "meeting_share",
        })
            Assert.True(await sheet.AskAsync<long>($"select count(*) from {table}") == 0, table);
        Assert.Equal(0, await sheet.AskAsync<long>("select count(*) from reading.case_line"));
        Assert.Empty(await sheet.ListAsync<Guid>("select * from reading.find_cases(array['AMINA'], 10)"));
        Assert.Empty(await sheet.ListAsync<Guid>("select * from reading.find_cases(array['OLENA'], 10)"));
        Assert.False(await sheet.AskAsync<bool>("select reading.participates($1)", town.Case.Id));
        Assert.False(await sheet.AskAsync<bool>("select reading.may_write($1, 0)", town.Case.Id));
        Assert.False(await sheet.AskAsync<bool>("select app.steers()"));
    }

    [Fact]
    public async Task It_answers_in_three_ways_and_in_no_other()
    {
        foreach (var state in Enum.GetValues<HandoverState>())
        {
            await using var sheet = await SheetAsync();
            const string Move = "update handover set state = $2, accepted_at = now() where id = $1";
            if (state is HandoverState.Accepted or HandoverState.Declined or HandoverState.ClarificationRequested)
                Assert.Equal(1, await sheet.RunAsync(Move, paper.Handover.Id, state.ToString()));
            else if (state != HandoverState.Sent)
                await sheet.RefusedAsync(Move, paper.Handover.Id, state.ToString());
        }

        await using var other = await SheetAsync();
        await other.InVainAsync("update handover set state = 'Declined' where id = $1", town.Waiting.Id);
        await other.RefusedAsync("update handover_content set report = 'x'");
        await other.RefusedAsync("update handover_content set reason_text = 'x'");
        await other.RefusedAsync("update handover set to_actor_id = from_actor_id");
    }

    [Fact]
    public async Task Before_acceptance_it_neither_joins_nor_touches_the_path_and_after_it_only_with_what_was_shared()
    {
        const string Join = """
            insert into participation (tenant_id, case_id, actor_id, categories, since, is_active, last_activity_at) values ($1, $2, $3, $4, '2026-01-01', true, now())
            """;
        object[] Row(DataCategory categories, Guid? of = null, Guid? actor = null) =>
            [town.Town.Tenant.Id, of ?? town.Case.Id, actor ?? paper.Handover.Receiver.Actor!.Id, (int)categories];
        await using var sheet = await SheetAsync();
        // Offered is not yet accepted: the commit says no.
        await sheet.RefusedAsync(Join, Row(DataCategory.Basic));
        Assert.Equal(0, await sheet.RunAsync("update case_step set state = 'Done'"));
        Assert.Equal(0, await sheet.RunAsync("update case_path set next_due_on = null"));
        Assert.Equal(1, await sheet.RunAsync("update handover set state = 'Accepted', accepted_at = now() where id = $1", paper.Handover.Id));
        await sheet.RefusedAsync(Join, Row(DataCategory.Basic | DataCategory.Counselling));
        await sheet.RefusedAsync(Join, Row(DataCategory.Basic, of: town.OtherCase.Id));
        await sheet.RefusedAsync(Join, Row(DataCategory.Basic, actor: town.Authority.Actor!.Id));
        Assert.Equal(1, await sheet.RunAsync(Join, Row(DataCategory.Basic | DataCategory.Status)));
        // Taking part is the actor's; whoever holds the sheet still sees no person.
        Assert.Equal(0, await sheet.AskAsync<long>("select count(*) from person"));
        Assert.Equal(0, await sheet.AskAsync<long>("select count(*) from person_fact"));
        Assert.Equal([town.Case.Id], await sheet.ListAsync<Guid>("select id from case_path"));
        await sheet.RefusedAsync("update case_path set lead_actor_id = $1", paper.Handover.Receiver.Actor!.Id);
    }

    [Fact]
    public async Task What_was_accepted_a_while_ago_opens_the_path_no_more()
    {
        await using var sheet = await SheetAsync();
        Assert.Equal(1, await sheet.RunAsync("update handover set state = 'Accepted', accepted_at = now() - interval '2 minutes' where id = $1", paper.Handover.Id));
        Assert.Equal(0, await sheet.AskAsync<long>("select count(*) from case_path"));
        Assert.Equal(0, await sheet.AskAsync<long>("select count(*) from case_step"));
    }

    [Fact]
    public async Task It_writes_events_and_questions_for_its_actor_and_its_handover_only()
    {
        const string Event = """
            insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id, handover_id)
            values ($1, $2, gen_random_uuid(), 0, 'HandoverDeclined', now(), now(), $3, $4, $5)
            """;
        const string Question = """
            insert into handover_message (tenant_id, case_id, handover_id, id, actor_id, user_id, text, is_question, written_at, written_by)
            values ($1, $2, $3, gen_random_uuid(), $4, $5, 'x', $6, now(), 'E. Muster')
            """;
        var (tenant, actor, id) = (town.Town.Tenant.Id, paper.Handover.Receiver.Actor!.Id, paper.Handover.Id);
        await using var sheet = await SheetAsync();
        Assert.Equal(1, await sheet.RunAsync(Event, tenant, town.Case.Id, DBNull.Value, actor, id));
        await sheet.RefusedAsync(Event, tenant, town.Case.Id, town.Coordinator.Id, actor, id);
        await sheet.RefusedAsync(Event, tenant, town.Case.Id, DBNull.Value, town.Jobcenter.Actor!.Id, id);
        await sheet.RefusedAsync(Event, tenant, town.Case.Id, DBNull.Value, actor, town.Waiting.Id);
        await sheet.RefusedAsync(Event, tenant, town.OtherCase.Id, DBNull.Value, actor, id);
        Assert.Equal(1, await sheet.RunAsync(Question, tenant, town.Case.Id, id, actor, DBNull.Value, true));
        await sheet.RefusedAsync(Question, tenant, town.Case.Id, id, actor, DBNull.Value, false);
        await sheet.RefusedAsync(Question, tenant, town.Case.Id, id, actor, town.Coordinator.Id, true);
        await sheet.RefusedAsync(Question, tenant, town.Case.Id, id, town.Jobcenter.Actor!.Id, DBNull.Value, true);
        await sheet.RefusedAsync(Question, tenant, town.Case.Id, town.Waiting.Id, actor, DBNull.Value, true);
    }

    [Fact]
    public async Task The_code_is_changed_by_the_sender_alone_and_who_answered_by_nobody_but_the_answer()
    {
        await using (var sheet = await SheetAsync())
        {
            await sheet.RefusedAsync("update handover_sheet set token_hash = 'x'");
            await sheet.RefusedAsync("update handover_sheet set prints = 0");
            Assert.Equal(1, await sheet.RunAsync("update handover_sheet set answered_by = 'E. Muster', answered_at = now()"));
        }

        await using (var sender = await AsAsync(town.Coordinator))
        {
            await sender.RefusedAsync("update handover_sheet set answered_by = 'x' where handover_id = $1", paper.Handover.Id);
            await sender.RefusedAsync("update handover_sheet set case_id = $1", town.OtherCase.Id);
            Assert.Equal(1, await sender.RunAsync("update handover_sheet set token_hash = 'x', printed_by_user_id = $2 where handover_id = $1", paper.Handover.Id, town.Coordinator.Id));
        }

        foreach (var stranger in new[] { town.Jobcenter, town.Authority })
        {
            await using var prompt = await AsAsync(stranger);
            await prompt.InVainAsync("update handover_sheet set token_hash = 'x', printed_by_user_id = $2 where handover_id = $1", paper.Handover.Id, stranger.Id);
            Assert.Equal(0, await prompt.AskAsync<long>("select count(*) from handover_sheet where handover_id = $1", paper.Handover.Id));
        }
    }

    [Fact]
    public async Task A_token_leads_to_its_handover_from_outside_of_every_municipality_and_the_list_of_tokens_is_closed()
    {
        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        Assert.Equal([paper.Handover.Id], await nobody.ListAsync<Guid>("select handover_id from reading.sheet_of($1)", SheetToken.Hash(paper.Token)));
        Assert.Empty(await nobody.ListAsync<Guid>("select handover_id from reading.sheet_of($1)", SheetToken.Hash("0123456789ABCDEFGHJKMNPQRS")));
        Assert.Equal("", await nobody.AskAsync<string>("select coalesce(current_setting('app.tenant', true), '')"));
        Assert.Equal(0, await nobody.AskAsync<long>("select count(*) from handover_sheet"));
        await Assert.ThrowsAsync<PostgresException>(() => nobody.ListAsync<Guid>("select handover_id from reading.sheet_token"));
    }

    private Task<Prompt> SheetAsync() => Prompt.OpenSheetAsync(host.Database.Application, town.Town.Tenant.Id, paper.Handover.Id);

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}

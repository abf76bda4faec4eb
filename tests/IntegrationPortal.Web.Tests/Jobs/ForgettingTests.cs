using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Jobs.Trails;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>What has been kept for as long as reference data says is forgotten at night, and nothing a day too early. In databases of their own.</summary>
public sealed class ForgettingTests(PortalHost host)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Who_opened_a_record_is_forgotten_after_six_months_and_who_changed_something_after_twelve()
    {
        await using var portal = host.Start(services => services.Use(clock), database: await host.NewDatabaseAsync("forgotten_trails"));
        await using var all = Beyond("forgotten_trails");
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        await ReadAsync();
        await CommandAsync(all, "insert into audit_entry (id, at, \"table\", row_key, change) select gen_random_uuid(), now, 'portal_user', 'x', 'Modified' from (values ($1::timestamptz)) v (now)", clock.GetUtcNow());
        var events = await CountAsync(all, "case_event");
        Assert.True(events > 0);

        clock.Advance(new DateTimeOffset(2027, 5, 23, 8, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        await ReadAsync();
        var (changes, _) = (await CountAsync(all, "audit_entry"), await NightAsync());
        Assert.Equal((2L, changes), (await CountAsync(all, "access_entry"), await CountAsync(all, "audit_entry")));

        clock.Advance(TimeSpan.FromDays(1));
        await NightAsync();
        Assert.Equal((1L, changes), (await CountAsync(all, "access_entry"), await CountAsync(all, "audit_entry")));

        clock.Advance(new DateTimeOffset(2027, 11, 23, 8, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        await portal.InMunicipalityAsync(town.Tenant.Id, async db =>
        {
            (await db.Actors.AsTracking().SingleAsync(a => a.Id == town.Coordination.Id)).AddContact(brandt.Officer, Guid.CreateVersion7(), new("Empfang", null, "02151 1", null));
            return await db.SaveChangesAsync();
        });
        Assert.True(await CountAsync(all, "audit_entry") > changes);
        clock.Advance(TimeSpan.FromDays(1));
        await NightAsync();
        Assert.Equal(0L, await CountAsync(all, "audit_entry where at < '2027-11-23 08:00Z'"));
        Assert.NotEqual(0L, await CountAsync(all, "audit_entry"));
        // What happened in the case is no log and goes with the case.
        Assert.Equal(events, await CountAsync(all, "case_event"));

        async Task<int> NightAsync()
        {
            await portal.RunAsync<ForgetTrails>(job => job.RunAsync(TestContext.Current.CancellationToken));
            return 0;
        }

        Task ReadAsync() => portal.AsAsync(brandt.Officer, db =>
        {
            db.Add(new AccessEntry
            {
                Id = Guid.CreateVersion7(), TenantId = town.Tenant.Id, CaseId = path.Id, HandoverId = null, UserId = brandt.Id,
                ActorId = brandt.Actor!.Id, Kind = AccessKind.Read, At = clock.GetUtcNow(),
            });
            return db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Mails_that_were_sent_or_given_up_go_after_six_months_and_one_that_waits_does_not()
    {
        await using var portal = host.Start(services => services.Use(clock), database: await host.NewDatabaseAsync("forgotten_mails"));
        var now = clock.GetUtcNow();
        await portal.AsNobodyAsync(db =>
        {
            var mails = Enumerable.Range(0, 3).Select(i => OutboxMail.ForAddress($"mail{i}@test.example", "de", MailTemplate.Invitation, now)).ToList();
            mails[0].Sent(now);
            mails[1].Failed("550", forGood: true, now);
            db.AddRange(mails);
            return db.SaveChangesAsync();
        });

        Assert.Equal(3, await LeftAsync(new(2027, 5, 23, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal(1, await LeftAsync(new(2027, 5, 24, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal(1, await LeftAsync(new(2028, 5, 24, 8, 0, 0, TimeSpan.Zero)));

        async Task<int> LeftAsync(DateTimeOffset night)
        {
            clock.Advance(night - clock.GetUtcNow());
            await portal.RunAsync<ForgetMails>(job => job.RunAsync(TestContext.Current.CancellationToken));
            return await portal.AsNobodyAsync(db => db.OutboxMails.CountAsync());
        }
    }

    [Fact]
    public async Task Invitations_that_nobody_accepted_go_three_months_after_they_lapsed_and_accepted_ones_stay()
    {
        await using var portal = host.Start(services => services.Use(clock), database: await host.NewDatabaseAsync("forgotten_invitations"));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var office = await town.ActorAsync("jobcenter", "Jobcenter");
        var guest = await TestUser.CreateAsync(portal, Role.Evaluator);
        var accepted = Guid.CreateVersion7();
        await portal.AsAsync(brandt.Officer, db =>
        {
            foreach (var id in new[] { accepted, Guid.CreateVersion7() })
                db.Add(Invitation.Send(id, brandt.Officer, office.Id, office.Kind, $"a{id}@test.example", Role.CaseWorker, "de", clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        await portal.InScopeAsync(s => s.EnterMunicipality(town.Tenant.Id, guest.Id), async db =>
        {
            db.Add((await db.Invitations.AsTracking().SingleAsync(i => i.Id == accepted)).Accept(guest.Id, [], clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var operations = await TestUser.CreateAsync(portal, Role.Administrator);
        await portal.InScopeAsync(s => s.Enter(operations.Id, null, null, Role.Administrator), db =>
        {
            db.Add(PortalInvitation.Send(Guid.CreateVersion7(), operations.Id, "beirat@test.example", Role.AdvisoryBoard, "de", clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });

        // Open for two weeks, then kept for three months.
        Assert.Equal((2, 1), await LeftAsync(new(2027, 3, 7, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal((1, 0), await LeftAsync(new(2027, 3, 8, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal((1, 0), await LeftAsync(new(2029, 3, 8, 8, 0, 0, TimeSpan.Zero)));
        Assert.Equal(accepted, await portal.InMunicipalityAsync(town.Tenant.Id, db => db.Invitations.Select(i => i.Id).SingleAsync()));

        async Task<(int Town, int Portal)> LeftAsync(DateTimeOffset night)
        {
            clock.Advance(night - clock.GetUtcNow());
            await portal.RunAsync<ForgetInvitations>(job => job.RunAsync(TestContext.Current.CancellationToken));
            return (await portal.InMunicipalityAsync(town.Tenant.Id, db => db.Invitations.CountAsync()), await portal.AsNobodyAsync(db => db.PortalInvitations.CountAsync()));
        }
    }

    [Fact]
    public async Task A_wish_for_a_mentor_that_was_taken_back_is_forgotten_in_the_next_night_and_no_other()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var waiting = await initiative.RequestAsync("Samir");
        var withdrawn = await initiative.RequestAsync("Amina");
        var matched = await initiative.RequestAsync("Zarife");
        await initiative.TandemAsync(request: matched);
        await initiative.AsCoordinatorAsync(async db =>
        {
            (await db.MentoringRequests.AsTracking().SingleAsync(r => r.Id == withdrawn)).Withdraw(initiative.Coordinator.Officer);
            return await db.SaveChangesAsync();
        });

        await initiative.AtNightAsync<ForgetRequests>(j => j.RunHereAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new[] { waiting, matched }.Order(), await initiative.AsCoordinatorAsync(db => db.MentoringRequests.Select(r => r.Id).OrderBy(i => i).ToListAsync()));
    }

    private NpgsqlDataSource Beyond(string database) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = database }.ConnectionString);

    private static async Task<long> CountAsync(NpgsqlDataSource all, string table)
    {
        await using var command = all.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task CommandAsync(NpgsqlDataSource all, string sql, DateTimeOffset at)
    {
        await using var command = all.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = at });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

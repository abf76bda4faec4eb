using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Walls;

public sealed class Scratch
{
    [Fact]
    public async Task Whole_way()
    {
        await using var server = await EmbeddedPostgresServer.StartAsync(Path.Combine(Path.GetTempPath(), "pgscratch" + Guid.NewGuid()), new EmbeddedPostgresOptions { Throwaway = true });
        var names = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal");
        await Migrator.MigrateAsync(names.Owner);
        await Migrator.MigrateAsync(names.Owner);
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddPortalData(names.Application);
        await using var provider = services.BuildServiceProvider();
        var tenant = Guid.CreateVersion7();
        var koord = Guid.CreateVersion7();
        var job = Guid.CreateVersion7();
        var k = new Officer(Guid.CreateVersion7(), "K", tenant, koord, Actor.Coordination, Role.Coordinator);
        var j = new Officer(Guid.CreateVersion7(), "J", tenant, job, "jobcenter", Role.CaseWorker);
        var calendar = new WorkingCalendar([], "NW");
        var now = DateTimeOffset.Parse("2026-11-20T10:00:00Z");
        PortalDbContext As(Officer o)
        {
            var scope = provider.CreateScope();
            scope.ServiceProvider.GetRequiredService<Session>().Enter(o);
            return scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        }
        Actor jc;
        {
            var db = As(k);
            db.Add(Tenant.Join(tenant, "05114000", KeyKind.Municipality, "Krefeld", "NW"));
            db.Add(Actor.Add(tenant, koord, Actor.Coordination, new("Koordination")));
            db.Add(jc = Actor.Add(tenant, job, "jobcenter", new("Jobcenter")));
            await db.SaveChangesAsync();
        }
        var caseId = Guid.CreateVersion7();
        var template = new ProcessTemplate
        {
            Key = "T2", NameDe = "a", NameEn = "b", ScopeDe = "", ScopeEn = "", TriggerDe = "", TriggerEn = "", GoalDe = "", GoalEn = "", Source = "",
            Steps = [
                new TemplateStep { TemplateKey = "T2", Key = "T2.1", Position = 1, StageDe = "s", StageEn = "s", TitleDe = "melden", TitleEn = "t", ActorKind = Actor.Coordination, ReceivingKind = "jobcenter", ExpectedWorkingDays = 2 },
                new TemplateStep { TemplateKey = "T2", Key = "T2.2", Position = 2, StageDe = "s", StageEn = "s", TitleDe = "analyse", TitleEn = "t", ActorKind = "jobcenter", ReceivingKind = "jobcenter", ExpectedWorkingDays = 5 }],
        };
        Guid stepId;
        {
            var db = As(k);
            var path = CasePath.Open(caseId, "K-1", template, k, calendar, now);
            var person = Person.Of(path, Guid.CreateVersion7(), new("Amina Rahimi", "Amina", null, new PartialDate(1990), ["fa"], true, null, null));
            db.Add(path);
            db.Add(person);
            stepId = path.Steps[1].Id;
            await db.SaveChangesAsync();
            Assert.Equal(1, await db.CasePaths.CountAsync());
            Assert.Equal("Amina R.", (await db.Persons.SingleAsync()).ShortName);
            Assert.Equal(1, await db.Database.SqlQuery<Guid>($"select * from reading.find_cases(array['AMNA'], 50)").CountAsync());
        }
        var handoverId = Guid.CreateVersion7();
        {
            var db = As(k);
            var path = await db.CasePaths.Include(p => p.Steps).Include(p => p.Participations).ThenInclude(p => p.Grounds).SingleAsync();
            var person = await db.Persons.SingleAsync();
            var consent = Consent.Record(path, person, jc, new(Guid.CreateVersion7(), DataCategory.Basic | DataCategory.Status, "x", new(2026, 11, 19), new(2027, 5, 1), "fa", null, ConsentForm.Written, null, "1"), new(2027, 11, 19), k, now);
            db.Add(consent);
            await db.SaveChangesAsync();
            var grounds = LegalGrounds.FindAll(DataCategory.Basic, k.ActorKind, jc, [consent], [], new(2026, 11, 20));
            var h = Handover.Send(path, jc, new(handoverId, HandoverKind.Transfer, [stepId], "goal", null, null, false, null, null, "25–34", ["fa"], [], [new(new("a", "b"), null, null)], [new("Pass", true)]), grounds, false, k, new(2, 5, 10), calendar, now);
            db.Add(h);
            await db.SaveChangesAsync();
        }
        {
            var db = As(j);
            Assert.Equal(0, await db.CasePaths.CountAsync());
            Assert.Equal(0, await db.CaseSteps.CountAsync());
            Assert.Equal(0, await db.Persons.CountAsync());
            Assert.Equal(0, await db.CaseEvents.CountAsync());
            var h = await db.Handovers.Include(x => x.Content).Include(x => x.Steps).Include(x => x.Grounds).SingleAsync();
            Assert.Equal("goal", h.Content!.Goal);
            h.AskBack("wann?", j, new(2, 5, 10), calendar, now);
            await db.SaveChangesAsync();
        }
        {
            var db = As(k);
            var h = await db.Handovers.Include(x => x.Content).Include(x => x.Messages).Include(x => x.Steps).SingleAsync();
            h.Answer("morgen", k, new(2, 5, 10), calendar, now);
            await db.SaveChangesAsync();
        }
        {
            var db = As(j);
            await using var tx = await db.Database.BeginTransactionAsync();
            var h = await db.Handovers.Include(x => x.Content).Include(x => x.Steps).Include(x => x.Grounds).SingleAsync();
            var mine = await db.Participations.Include(p => p.Grounds).SingleOrDefaultAsync(p => p.CaseId == caseId && p.ActorId == job);
            var p = h.Accept(new(2026, 12, 1), mine, j, now);
            if (mine is null)
                db.Add(p);
            await db.SaveChangesAsync();
            var path = await db.CasePaths.Include(x => x.Steps).Include(x => x.Participations).ThenInclude(x => x.Grounds).SingleAsync();
            path.TakeOn(h, j, calendar, now);
            await db.SaveChangesAsync();
            await tx.CommitAsync();
            Assert.Equal(job, path.LeadActorId);
        }
        {
            var db = As(j);
            Assert.Equal("Amina R.", (await db.Persons.SingleAsync()).ShortName);
            await using var tx = await db.Database.BeginTransactionAsync();
            var h = await db.Handovers.Include(x => x.Content).Include(x => x.Steps).Include(x => x.Grounds).SingleAsync();
            var path = await db.CasePaths.Include(x => x.Steps).Include(x => x.Participations).ThenInclude(x => x.Grounds).SingleAsync();
            h.Return("nein", j, now);
            path.TakeBack(h, j, calendar, now);
            await db.SaveChangesAsync();
            path.Leave(h, now);
            await db.SaveChangesAsync();
            await tx.CommitAsync();
        }
        {
            var db = As(j);
            Assert.Equal(0, await db.CasePaths.CountAsync());
            Assert.Equal(0, await db.Persons.CountAsync());
            var db2 = As(k);
            var path = await db2.CasePaths.SingleAsync();
            Assert.Equal(koord, path.LeadActorId);
            Assert.True(await db2.CaseEvents.CountAsync() >= 6);
        }
    }
}

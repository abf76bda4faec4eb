using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>Whoever writes and whoever freezes what is written in at the same moment wait for each other, whichever comes first.</summary>
public sealed class WaitingWallTests(PortalHost host)
{
    [Fact]
    public async Task The_text_of_a_version_waits_for_its_submission()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        var draft = await shelf.DraftAsync("Zugleich");
        await WaitAsync(
            () => Prompt.OpenAsync(host.Database.Application, shelf.Author.MunicipalityId, null, shelf.Author.UserId, nameof(Role.Coordinator)), draft,
            "update entry_text set title = 'x' where entry_id = $1",
            """
            with e as (update handbook_entry set open_state = 'Submitted' where id = $1)
            update entry_version set state = 'Submitted', submitted_at = now() where entry_id = $1
            """);
    }

    [Fact]
    public async Task An_answer_waits_for_the_completion_of_its_assessment()
    {
        var town = await host.TownAsync();
        var officer = (await town.CoordinatorAsync()).Officer;
        var questionnaire = town.Portal.Services.GetRequiredService<Questionnaires>().OfferedTo(Actor.Coordination).First();
        var assessment = SelfAssessment.Start(Guid.CreateVersion7(), questionnaire, officer, town.Now);
        var field = questionnaire.Fields[0];
        assessment.Answer(field, [.. field.Items.Select(_ => new AnswerWords(AssessmentLevel.Partial, "Beschluss", EvidenceKinds.Policy))], officer, town.Now);
        await town.Portal.AsAsync(officer, db =>
        {
            db.Add(assessment);
            return db.SaveChangesAsync();
        });
        await WaitAsync(
            () => Prompt.OpenAsync(host.Database.Application, officer), assessment.Id,
            "update assessment_answer set level = 'Full' where assessment_id = $1",
            $"update self_assessment set completed_at = now(), completed_by_user_id = '{officer.UserId}' where id = $1");
    }

    [Theory]
    [InlineData("update plan_question set text = 'x' where plan_id = $1", "update evaluation_plan set registered_at = now(), hash = repeat('0', 64) where id = $1")]
    [InlineData("update report_block set text_de = 'x' where report_id = $1", "update progress_report set released_at = now(), figures = '{}' where id = $1")]
    public async Task A_plan_and_a_report_wait_for_what_is_written_in_them(string write, string freeze)
    {
        var draft = Guid.CreateVersion7();
        await using (var database = NpgsqlDataSource.Create(host.Superuser))
        await using (var begun = database.CreateCommand($"""
            insert into evaluation_plan (id, title, begins, drafted_at) values ('{draft}', 'Wirkung', '2026-01-01', now());
            insert into plan_question (plan_id, number, text) values ('{draft}', 1, 'Woran?');
            insert into progress_report (id, year, made_at, changed_at) select '{draft}', coalesce(max(year), 1900) + 1, now(), now() from progress_report;
            insert into report_block (report_id, section, text_de, text_en) values ('{draft}', 'summary', 'Stand', 'State');
            """))
            await begun.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await WaitAsync(() => Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.Evaluator)), draft, write, freeze);
    }

    private static async Task WaitAsync(Func<Task<Prompt>> open, Guid id, string write, string freeze)
    {
        foreach (var (first, second) in new[] { (write, freeze), (freeze, write) })
        {
            await using var one = await open();
            await using var other = await open();
            Assert.True(await one.RunAsync(first, id) > 0);
            await other.RunAsync("set local lock_timeout = '200ms'");
            Assert.Equal(PostgresErrorCodes.LockNotAvailable, (await Assert.ThrowsAsync<PostgresException>(() => other.RunAsync(second, id))).SqlState);
        }
    }
}

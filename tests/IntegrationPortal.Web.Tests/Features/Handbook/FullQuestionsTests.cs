using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Features.Questions;
using IntegrationPortal.Web.Tests.Features.Contributions;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>Where the database takes no more, or two are at it at once, people read a sentence and not of a fault.</summary>
public sealed class FullQuestionsTests(PortalHost host)
{
    [Fact]
    public async Task When_as_many_wait_as_people_can_read_whoever_asks_is_told_and_keeps_the_text()
    {
        var database = await host.NewDatabaseAsync("full_questions");
        await using (var db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "full_questions" }.ConnectionString))
        {
            await using var fill = db.CreateCommand("""
                insert into reader_question (id, entry_id, text, asked_at, state)
                select gen_random_uuid(), e.id, 'Frage', now(), 'Waiting' from handbook_entry e, generate_series(1, 500) where e.slug = 'akteurskarte'
                """);
            await fill.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var portal = host.Start(database: database);
        using var reader = portal.Visitor();
        var form = (await reader.GetAsync("/handbook/formats/akteurskarte/question")).Form("main form").Fill("Form.Text", "Passt noch eine hinein?");
        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Zurzeit warten so viele Fragen", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Passt noch eine hinein?", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        reader.Speaking("en");
        Assert.Contains("So many questions are waiting", (await form.SendAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_IPv6_one_network_counts_as_one_connection_and_IPv4_is_one_however_it_is_written()
    {
        var guard = new AskGuard(new EphemeralDataProtectionProvider(), TimeProvider.System, new ConfigurationBuilder().Build());
        Assert.All(Enumerable.Range(1, 5), i => Assert.True(guard.MayAsk(IPAddress.Parse($"2001:db8:1:2::{i}"))));
        Assert.False(guard.MayAsk(IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.True(guard.MayAsk(IPAddress.Parse("2001:db8:1:3::1")));
        Assert.All(Enumerable.Range(1, 5), _ => Assert.True(guard.MayAsk(IPAddress.Parse("192.0.2.1"))));
        Assert.False(guard.MayAsk(IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.True(guard.MayAsk(IPAddress.Parse("::ffff:192.0.2.2")));
    }

    [Fact]
    public async Task Of_two_who_pass_a_question_or_answer_a_comment_at_once_the_second_is_told()
    {
        var shelf = Shelf.Of(await host.TownAsync());
        var editor = await host.EditorAsync();
        var (entry, question, comment) = (await shelf.DraftAsync("Zugleich"), Guid.CreateVersion7(), Guid.CreateVersion7());
        await shelf.PublishAsync(entry);
        await host.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(question, (await db.OriginAsync(entry, default))!, "Frage", TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var by = new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion");
        await AtOnceAsync(by, db => db.ReaderQuestions.AsTracking().SingleAsync(q => q.Id == question), q => q.Pass(by, TimeProvider.System.GetUtcNow()));

        await shelf.DoAsync(entry, shelf.Author, e => e.Revise(shelf.Author, TimeProvider.System.GetUtcNow()));
        await shelf.DoAsync(entry, shelf.Author, e => e.Submit(shelf.Author, TimeProvider.System.GetUtcNow()));
        await shelf.DoAsync(entry, shelf.Editor, e => e.TakeIntoReview(shelf.Editor));
        await shelf.SaveAsync(shelf.Editor, async db => db.Add(EntryComment.Say(comment, (await db.TakeEntryAsync(entry, default))!, "summary", 1, "Warum?", shelf.Editor, TimeProvider.System.GetUtcNow())));
        HandbookEntry own = null!;
        await AtOnceAsync(
            shelf.Author,
            async db =>
            {
                own = (await db.TakeEntryAsync(entry, default))!;
                return await db.EntryComments.AsTracking().SingleAsync(c => c.Id == comment);
            },
            c => c.AnswerWith("Darum.", own, shelf.Author, TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Both have read before either saves.</summary>
    private Task<int> AtOnceAsync<T>(Writer by, Func<PortalDbContext, Task<T>> take, Action<T> deed) => InAsync(by, first => InAsync(by, async second =>
    {
        var (one, other) = (await take(first), await take(second));
        deed(one);
        deed(other);
        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        return 0;
    }));

    private Task<int> InAsync(Writer by, Func<PortalDbContext, Task<int>> work) => host.Portal.InScopeAsync(s => s.Enter(by.UserId, by.MunicipalityId, null, by.Role), work);
}

using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>What the application role can do to the advisory board's tables and to profiles with SQL of its own.</summary>
public sealed class AdvisoryWallTests(PortalHost host)
{
    private static readonly string[] Tables = ["programme_review", "review_section", "review_comment", "board_meeting", "recommendation"];

    [Fact]
    public async Task Board_and_foundation_read_the_room_and_to_everybody_else_it_is_empty()
    {
        var room = await RoomAsync();
        var town = await host.TownAsync();
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.WorkerAsync());
        var readers = new (string Who, Guid? Tenant, Guid? User, string Role, bool Reads)[]
        {
            ("nobody", null, null, "", false),
            ("a user without a hat", null, Guid.CreateVersion7(), "", false),
            ("the foundation", null, room.Foundation.Id, nameof(Role.FoundationStaff), true),
            ("the board", null, room.Member.Id, nameof(Role.AdvisoryBoard), true),
            ("a facilitator", null, Guid.CreateVersion7(), nameof(Role.ProcessFacilitator), false),
            ("an evaluator", null, Guid.CreateVersion7(), nameof(Role.Evaluator), false),
            ("an administrator", null, Guid.CreateVersion7(), nameof(Role.Administrator), false),
            ("a coordination", town.Tenant.Id, coordinator.Id, nameof(Role.Coordinator), false),
            ("a case worker", town.Tenant.Id, worker.Id, nameof(Role.CaseWorker), false),
            ("a role that is not the board's", null, room.Member.Id, "advisoryboard", false),
        };
        foreach (var reader in readers)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, reader.Tenant, null, reader.User, reader.Role);
            foreach (var table in Tables)
                Assert.Equal((reader.Who, table, reader.Reads), (reader.Who, table, await prompt.AskAsync<long>($"select count(*) from {table}") > 0));
        }
    }

    [Fact]
    public async Task The_board_reads_no_draft_and_comments_on_none()
    {
        var room = await RoomAsync();
        await using var board = await BoardAsync(room.Member.Id);
        Assert.Equal(0L, await board.AskAsync<long>("select count(*) from programme_review where id = $1", room.Draft));
        Assert.Equal(0L, await board.AskAsync<long>("select count(*) from review_section where review_id = $1", room.Draft));
        const string comment = "insert into review_comment (review_id, section_id, id, text, by_user_id, at) values ($1, $2, gen_random_uuid(), 'x', $3, now())";
        await board.RefusedAsync(comment, room.Draft, room.DraftSection, room.Member.Id);
        // Nor below a section of another review, nor in another's name.
        await board.RefusedAsync(comment, room.Review, room.DraftSection, room.Member.Id);
        await board.RefusedAsync(comment, room.Review, room.Section, room.Foundation.Id);
        Assert.Equal(1, await board.RunAsync(comment, room.Review, room.Section, room.Member.Id));
    }

    [Fact]
    public async Task What_is_published_or_said_is_changed_and_deleted_by_nobody()
    {
        var room = await RoomAsync();
        await using var foundation = await Prompt.OpenAsync(host.Database.Application, null, null, room.Foundation.Id, nameof(Role.FoundationStaff));
        await using var board = await BoardAsync(room.Member.Id);
        foreach (var prompt in new[] { foundation, board })
        {
            await prompt.InVainAsync("update programme_review set published_at = null where id = $1", room.Review);
            await prompt.InVainAsync("update programme_review set title = 'x' where id = $1", room.Review);
            await prompt.InVainAsync("update review_section set text = 'x' where review_id = $1", room.Review);
            var late = await Assert.ThrowsAsync<PostgresException>(() =>
                prompt.RunAsync("insert into review_section (review_id, id, position, heading, text) values ($1, gen_random_uuid(), 9, 'x', 'x')", room.Review));
            Assert.Equal(PostgresErrorCodes.SerializationFailure, late.SqlState);
            await prompt.InVainAsync("update review_comment set text = 'x' where review_id = $1", room.Review);
            await prompt.InVainAsync("update recommendation set text = 'x' where id = $1", room.Recommendation);
            await prompt.InVainAsync("update board_meeting set id = gen_random_uuid() where id = $1", room.Meeting);
            foreach (var table in Tables)
                await prompt.InVainAsync($"delete from {table}");
        }

        // A meeting is moved, by the foundation alone.
        await board.InVainAsync("update board_meeting set day = day + 1, place = 'x', agenda = 'x' where id = $1", room.Meeting);
        Assert.Equal(1, await foundation.RunAsync("update board_meeting set day = day + 1, place = 'x', agenda = 'x' where id = $1", room.Meeting));
        // A review begins as a draft, a recommendation without an answer.
        await foundation.RefusedAsync("insert into programme_review (id, title, begun_at, published_at) values (gen_random_uuid(), 'x', now(), now())");
        await foundation.RefusedAsync("insert into recommendation (id, text, given_on, state, answer) values (gen_random_uuid(), 'x', current_date, 'Open', 'x')");
        Assert.Equal(1, await foundation.RunAsync("update review_section set text = 'x' where review_id = $1", room.Draft));
    }

    [Fact]
    public async Task Whoever_writes_and_whoever_publishes_at_once_wait_for_each_other()
    {
        var room = await RoomAsync();
        const string write = "update review_section set text = 'x' where review_id = $1";
        const string publish = "update programme_review set published_at = now() where id = $1";
        foreach (var (first, second) in new[] { (write, publish), (publish, write) })
        {
            await using var one = await Prompt.OpenAsync(host.Database.Application, null, null, room.Foundation.Id, nameof(Role.FoundationStaff));
            await using var other = await Prompt.OpenAsync(host.Database.Application, null, null, room.Foundation.Id, nameof(Role.FoundationStaff));
            Assert.Equal(1, await one.RunAsync(first, room.Draft));
            await other.RunAsync("set local lock_timeout = '200ms'");
            Assert.Equal(PostgresErrorCodes.LockNotAvailable, (await Assert.ThrowsAsync<PostgresException>(() => other.RunAsync(second, room.Draft))).SqlState);
        }
    }

    [Fact]
    public async Task The_board_recommends_and_the_foundation_alone_says_what_became_of_it()
    {
        var room = await RoomAsync();
        const string given = "insert into recommendation (id, text, given_on, state) values (gen_random_uuid(), 'x', current_date, $1)";
        await using (var board = await BoardAsync(room.Member.Id))
        {
            Assert.Equal(1, await board.RunAsync(given, "Open"));
            await board.RefusedAsync(given, "Done");
            await board.InVainAsync("update recommendation set state = 'Done' where id = $1", room.Recommendation);
            await board.InVainAsync("update board_meeting set minutes = 'x' where id = $1", room.Meeting);
            await board.RefusedAsync("insert into board_meeting (id, day, place, agenda) values (gen_random_uuid(), current_date, 'x', 'x')");
            await board.RefusedAsync("insert into programme_review (id, title, begun_at) values (gen_random_uuid(), 'x', now())");
        }

        foreach (var role in new[] { Role.ProcessFacilitator, Role.Evaluator, Role.Coordinator, Role.Administrator })
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), role.ToString());
            await other.RefusedAsync(given, "Open");
            await other.InVainAsync("update recommendation set state = 'Done' where id = $1", room.Recommendation);
        }
    }

    [Fact]
    public async Task A_profile_is_seen_by_its_person_until_it_is_released_and_written_by_nobody_else()
    {
        var member = await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard);
        var other = await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard);
        var profile = PublicProfile.Of(new ProgrammeMember(member.Id, Role.AdvisoryBoard, null));
        profile.Say("A. Muster", null, "Vertraulich", false, new ProgrammeMember(member.Id, Role.AdvisoryBoard, null), new DateOnly(2026, 1, 1));
        await host.Portal.InScopeAsync(s => s.Enter(member.Id, null, null, Role.AdvisoryBoard), async db =>
        {
            db.Add(profile);
            return await db.SaveChangesAsync();
        });
        const string seen = "select count(*) from public_profile where user_id = $1";
        await using var own = await BoardAsync(member.Id);
        Assert.Equal(1L, await own.AskAsync<long>(seen, member.Id));
        foreach (var (user, role) in new[] { (other.Id, "AdvisoryBoard"), (other.Id, "FoundationStaff"), (other.Id, "Administrator"), (member.Id, "Coordinator"), (Guid.Empty, "") })
        {
            await using var stranger = await Prompt.OpenAsync(host.Database.Application, null, null, user, role);
            Assert.Equal(0L, await stranger.AskAsync<long>(seen, member.Id));
            await stranger.InVainAsync("update public_profile set released_on = current_date where user_id = $1", member.Id);
            await stranger.InVainAsync("delete from public_profile where user_id = $1", member.Id);
            await stranger.RefusedAsync("insert into public_profile (user_id, role, name) values ($1, 'AdvisoryBoard', 'x')", user == other.Id ? Guid.CreateVersion7() : other.Id);
        }

        await own.InVainAsync("update public_profile set role = 'ProcessFacilitator' where user_id = $1", member.Id);
        // Somebody with another role gives themselves no profile.
        await using var clerk = await Prompt.OpenAsync(host.Database.Application, null, null, other.Id, nameof(Role.Evaluator));
        await clerk.RefusedAsync("insert into public_profile (user_id, role, name) values ($1, 'Evaluator', 'x')", other.Id);
    }

    private Task<Prompt> BoardAsync(Guid member) => Prompt.OpenAsync(host.Database.Application, null, null, member, nameof(Role.AdvisoryBoard));

    private async Task<Room> RoomAsync()
    {
        var (foundation, member) = (await TestUser.CreateAsync(host.Portal, Role.FoundationStaff), await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard));
        var (by, now) = (new ProgrammeMember(foundation.Id, Role.FoundationStaff, null), DateTimeOffset.UnixEpoch.AddYears(56));
        var (review, draft) = (ProgrammeReview.Begin(Guid.CreateVersion7(), "Bericht", by, now), ProgrammeReview.Begin(Guid.CreateVersion7(), "Entwurf", by, now));
        var (section, draftSection) = (review.Add(Guid.CreateVersion7(), "Stand", "Gut.", by), draft.Add(Guid.CreateVersion7(), "Stand", "Offen.", by));
        var meeting = BoardMeeting.Plan(Guid.CreateVersion7(), new DateOnly(2026, 1, 1), "Rathaus", "1. Bericht", by);
        var given = Recommendation.Give(Guid.CreateVersion7(), "Mehr Zeit", by, new DateOnly(2026, 1, 1));
        await host.Portal.InScopeAsync(s => s.Enter(foundation.Id, null, null, Role.FoundationStaff), async db =>
        {
            db.AddRange(review, draft, meeting, given);
            await db.SaveChangesAsync();
            review.Publish(by, now);
            await db.SaveChangesAsync();
            db.Add(review.Comment(Guid.CreateVersion7(), section, "Weiter so", by, now));
            return await db.SaveChangesAsync();
        });
        return new Room(foundation, member, review.Id, section.Id, draft.Id, draftSection.Id, meeting.Id, given.Id);
    }

    private sealed record Room(TestUser Foundation, TestUser Member, Guid Review, Guid Section, Guid Draft, Guid DraftSection, Guid Meeting, Guid Recommendation);
}

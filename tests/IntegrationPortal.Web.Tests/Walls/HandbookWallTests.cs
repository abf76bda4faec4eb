using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>What the application role can do to the handbook with SQL of its own: no more than its office may.</summary>
public sealed class HandbookWallTests(PortalHost host)
{
    [Fact]
    public async Task Everybody_reads_what_is_public_its_office_a_draft_and_the_foundation_what_was_submitted()
    {
        var town = await host.TownAsync();
        var shelf = Shelf.Of(town);
        var draft = await shelf.DraftAsync("Entwurf");
        var submitted = await shelf.DraftAsync("Eingereicht");
        await shelf.DoAsync(submitted, shelf.Author, e => e.Submit(shelf.Author, town.Now));
        var published = await shelf.DraftAsync("Öffentlich");
        await shelf.PublishAsync(published);
        await shelf.DoAsync(published, shelf.Author, e => e.Revise(shelf.Author, town.Now));
        var archived = await shelf.DraftAsync("Archiviert");
        await shelf.PublishAsync(archived);
        await shelf.DoAsync(archived, shelf.Editor, e => e.Archive(shelf.Editor));
        Guid[] all = [draft, submitted, published, archived];

        var readers = new (string Who, Guid? Tenant, string Role, (Guid, int)[] Sees)[]
        {
            ("nobody", null, "", [(published, 1)]),
            ("own office", town.Tenant.Id, "Coordinator", [(draft, 1), (submitted, 1), (published, 1), (published, 2), (archived, 1)]),
            ("a volunteer of the town", town.Tenant.Id, "Volunteer", [(published, 1)]),
            ("another town", Guid.CreateVersion7(), "Coordinator", [(published, 1)]),
            ("the foundation", null, "FoundationStaff", [(submitted, 1), (published, 1), (archived, 1)]),
            ("a facilitator", null, "ProcessFacilitator", [(published, 1)]),
            ("an administrator", null, "Administrator", [(published, 1)]),
        };
        foreach (var (who, tenant, role, sees) in readers)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, tenant, null, Guid.CreateVersion7(), role);
            foreach (var table in new[] { "entry_version", "entry_text" })
            {
                var seen = await prompt.ListAsync<string>($"select entry_id || ' ' || number from {table} where entry_id = any ($1) order by 1", all);
                Assert.Equal((who, table, string.Join('\n', sees.Select(s => $"{s.Item1} {s.Item2}").Order(StringComparer.Ordinal))), (who, table, string.Join('\n', seen.Order(StringComparer.Ordinal))));
            }

            Assert.Equal(sees.Select(s => s.Item1).Distinct().Count(), (int)await prompt.AskAsync<long>("select count(*) from handbook_entry where id = any ($1)", all));
            Assert.Equal(3L, await prompt.AskAsync<long>("select count(*) from published_page where entry_id = any ($1)", all));
        }
    }

    [Fact]
    public async Task Nobody_publishes_or_writes_around_the_rules()
    {
        var town = await host.TownAsync();
        var shelf = Shelf.Of(town);
        var draft = await shelf.DraftAsync("Angriff");
        var published = await shelf.DraftAsync("Steht fest");
        await shelf.PublishAsync(published);
        var submitted = await shelf.DraftAsync("Liegt vor");
        await shelf.DoAsync(submitted, shelf.Author, e => e.Submit(shelf.Author, town.Now));

        await using (var author = await Prompt.OpenAsync(host.Database.Application, town.Tenant.Id, null, shelf.Author.UserId, nameof(Role.Coordinator)))
        {
            await author.RefusedAsync("update entry_version set state = 'Published', published_at = now() where entry_id = $1", draft);
            await author.RefusedAsync("update entry_version set state = 'InReview' where entry_id = $1", submitted);
            await author.RefusedAsync("update entry_version set reviewed_by = 'Stiftung', reviewed_on = current_date where entry_id = $1", published);
            await author.RefusedAsync("update entry_version set source = 'anders' where entry_id = $1", published);
            foreach (var change in new[] { "partner = (select min(key) from handbook_partner)", "source = 'anders'", "is_proposal = not is_proposal", "submitted_at = now()", "sent_back_because = 'x'", "reviewer_user_id = gen_random_uuid()" })
            {
                await author.RefusedAsync($"update entry_version set {change} where entry_id = $1", published);
                await author.RefusedAsync($"update entry_version set {change} where entry_id = $1", submitted);
            }

            // A draft is written; what deeds write into it is not the writer's.
            Assert.Equal(1, await author.RunAsync("update entry_version set partner = (select min(key) from handbook_partner), source = 'anders' where entry_id = $1", draft));
            foreach (var change in new[] { "submitted_at = now()", "sent_back_because = 'x'", "reviewer_user_id = gen_random_uuid()", "reviewed_by = 'Stiftung'" })
                await author.RefusedAsync($"update entry_version set {change} where entry_id = $1", draft);
            await author.InVainAsync("update entry_text set title = 'anders' where entry_id = $1", published);
            await author.InVainAsync("update entry_text set title = 'anders' where entry_id = $1", submitted);
            await author.RefusedAsync("update handbook_entry set public_version = 1 where id = $1", draft);
            await author.RefusedAsync("update handbook_entry set municipality_id = null where id = $1", draft);
            await author.RefusedAsync("insert into published_page (kind, slug, language, title, summary, is_proposal, places, position, published_at, words) values ('Lesson', 'x', 'De', 'x', 'x', false, '{}', 0, now(), '')");
            await author.RefusedAsync("delete from published_page where entry_id = $1", published);
            await author.RefusedAsync("delete from entry_version where entry_id = $1", draft);
            await author.RefusedAsync("update glossary_term set name_de = 'x'");
            await author.RefusedAsync("select reading.shelve($1)", draft);
            Assert.Equal(1, await author.RunAsync("update entry_text set title = 'Noch ein Entwurf' where entry_id = $1", draft));
        }

        await using (var stranger = await Prompt.OpenAsync(host.Database.Application, Guid.CreateVersion7(), null, Guid.CreateVersion7(), nameof(Role.Coordinator)))
        {
            await stranger.InVainAsync("update handbook_entry set slug = 'meins' where id = $1", published);
            await stranger.InVainAsync("update entry_text set title = 'x' where entry_id = any ($1)", new[] { draft, published });
            await stranger.RefusedAsync("insert into earlier_slug (kind, slug, entry_id) values ('Lesson', 'umleitung', $1)", published);
        }

        await using (var nobody = await Prompt.OpenAsync(host.Database.Application))
        {
            await nobody.InVainAsync("update entry_version set state = 'Archived' where entry_id = $1", published);
            await nobody.RefusedAsync("insert into handbook_entry (id, kind, slug, open_state, begun_at) values (gen_random_uuid(), 'Lesson', 'x', 'Draft', now())");
        }

        await using (var editor = await Prompt.OpenAsync(host.Database.Application, null, null, shelf.Editor.UserId, nameof(Role.FoundationStaff)))
        {
            await editor.RefusedAsync("update entry_version set partner = (select min(key) from handbook_partner) where entry_id = $1", submitted);
            await editor.RefusedAsync("update entry_version set state = 'InReview', reviewer_user_id = gen_random_uuid() where entry_id = $1", submitted);
            await editor.RefusedAsync("update entry_version set state = 'InReview', source = 'anders' where entry_id = $1", submitted);
            await editor.RefusedAsync("update entry_version set sent_back_because = 'x' where entry_id = $1", submitted);
        }

        // Who wrote it does not publish it, whatever the role is now.
        await using var both = await Prompt.OpenAsync(host.Database.Application, null, null, shelf.Author.UserId, nameof(Role.FoundationStaff));
        await both.RefusedAsync("update entry_version set state = 'InReview' where entry_id = $1", submitted);
    }

    [Fact]
    public async Task Whoever_writes_is_written_down_by_themselves_and_does_not_publish_it()
    {
        var town = await host.TownAsync();
        var shelf = Shelf.Of(town);
        var draft = await shelf.DraftAsync("Zu zweit");
        const string Text = "update entry_text set title = 'Von der Kollegin' where entry_id = $1";
        const string Myself = "update entry_version set writer_user_ids = writer_user_ids || app.current_user_id() where entry_id = $1";
        await using (var colleague = await Prompt.OpenAsync(host.Database.Application, town.Tenant.Id, null, Guid.CreateVersion7(), nameof(Role.Coordinator)))
        {
            await colleague.RefusedAsync(Text, draft);
            await colleague.RefusedAsync("update entry_version set source = 'anders' where entry_id = $1", draft);
            await colleague.RefusedAsync("update entry_version set writer_user_ids = writer_user_ids || gen_random_uuid() where entry_id = $1", draft);
            await colleague.RefusedAsync("update entry_version set writer_user_ids = array[app.current_user_id()] where entry_id = $1", draft);
            Assert.Equal(1, await colleague.RunAsync(Myself, draft));
            Assert.Equal(1, await colleague.RunAsync(Text, draft));
            await colleague.RefusedAsync("update entry_version set writer_user_ids = writer_user_ids[1:1] where entry_id = $1", draft);
        }

        // The same person under another hat.
        var own = shelf.Author with { UserId = Guid.CreateVersion7() };
        await shelf.DoAsync(draft, own, e => e.Write(EntryLanguage.De, Shelf.Words("Zu zweit geschrieben"), own));
        await shelf.DoAsync(draft, shelf.Author, e => e.Submit(shelf.Author, town.Now));
        await using (var both = await Prompt.OpenAsync(host.Database.Application, null, null, own.UserId, nameof(Role.FoundationStaff)))
            await both.RefusedAsync("update entry_version set state = 'InReview' where entry_id = $1", draft);
        await using var nobody = await Prompt.OpenAsync(host.Database.Application, null, null, null, nameof(Role.FoundationStaff));
        await nobody.RefusedAsync("update entry_version set state = 'InReview' where entry_id = $1", draft);
    }

    [Fact]
    public async Task The_database_moves_a_version_exactly_as_the_domain_does()
    {
        await using var connection = new NpgsqlConnection(host.Database.Owner);
        await connection.OpenAsync();
        foreach (var was in Enum.GetValues<EntryState>())
        {
            foreach (var becomes in Enum.GetValues<EntryState>())
            {
                await using var command = new NpgsqlCommand("select app.entry_may_move($1, $2)", connection) { Parameters = { new() { Value = was.ToString() }, new() { Value = becomes.ToString() } } };
                var domain = EntryMoves.Table.Values.Any(m => m.To == becomes && m.From.Contains(was));
                Assert.Equal((was, becomes, domain), (was, becomes, (bool)(await command.ExecuteScalarAsync())!));
            }
        }
    }
}

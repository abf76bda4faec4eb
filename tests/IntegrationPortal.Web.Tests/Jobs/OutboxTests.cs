using IntegrationPortal.Domain.Tenancy;
using Hangfire;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>Against a real mail server; in a database of their own, since an outbox serves all municipalities.</summary>
public sealed class OutboxTests(PortalHost host, OutboxDatabase outbox) : IClassFixture<OutboxDatabase>, IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private SmtpServer smtp = null!;
    private RunningPortal portal = null!;

    public async ValueTask InitializeAsync()
    {
        await outbox.EmptyAsync();
        smtp = await SmtpServer.StartAsync();
        portal = Start(smtp.Settings);
    }

    [Fact]
    public async Task A_mail_arrives_in_the_language_of_its_reader_with_umlauts_and_a_link_and_without_a_name()
    {
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff, name: "Şükran Müller");
        var about = Guid.NewGuid();
        await AddAsync(OutboxMail.For(user.Id, MailTemplate.HandoverQuestion, clock.GetUtcNow(), aboutId: about));
        await RunAsync();

        var mail = await smtp.NextAsync();
        Assert.Equal([user.Email], mail.To);
        Assert.Equal("Rückfrage zu einer Übergabe", mail.Message.Subject);
        Assert.Contains("Die Frist läuft jetzt bei Ihnen.", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://portal.krefeld.example/handovers/{about}", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Equal("Integrationsportal Krefeld", mail.Message.From.Mailboxes.Single().Name);
        Assert.DoesNotContain("Müller", mail.Message.ToString(), StringComparison.Ordinal);

        await RunAsync();
        Assert.False(smtp.TryNext(out _));
    }

    [Fact]
    public async Task An_invited_person_without_an_account_gets_the_language_of_the_invitation()
    {
        await AddAsync(OutboxMail.ForAddress("new@test.example", "en", MailTemplate.Invitation, clock.GetUtcNow(), Guid.NewGuid(), Guid.NewGuid()));
        await RunAsync();
        var mail = await smtp.NextAsync();
        Assert.Equal("Invitation to the Integration Portal", mail.Message.Subject);
        Assert.Contains("https://portal.krefeld.example/invitations/accept?token=", mail.Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_portals_at_once_send_every_mail_once()
    {
        await using var other = Start(smtp.Settings);
        for (var i = 0; i < 20; i++)
            await AddAsync(Mail($"many{i}@test.example"));
        await Task.WhenAll(RunAsync(), RunAsync(other));

        var all = new List<string>();
        while (smtp.TryNext(out var mail))
            all.AddRange(mail!.To);
        Assert.Equal(20, all.Count);
        Assert.Equal(20, all.Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_later_and_keeps_no_address_in_the_error()
    {
        smtp.Dispose();
        var id = await AddAsync(Mail("down@test.example"));
        await RunAsync();
        var failed = await ReadAsync(id);
        Assert.Equal(1, failed.Attempts);
        Assert.Equal("no connection: ConnectionRefused", failed.LastError);
        Assert.Equal(clock.GetUtcNow().AddMinutes(1), failed.NotBefore);

        using var back = await SmtpServer.StartAsync(smtp.Port);
        await RunAsync();
        Assert.False(back.TryNext(out _));
        clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Equal(["down@test.example"], (await back.NextAsync()).To);
        Assert.NotNull((await ReadAsync(id)).SentAt);
    }

    [Fact]
    public async Task A_mail_that_is_put_off_twice_arrives_at_the_third_attempt()
    {
        var id = await AddAsync(Mail("later-2@test.example"));
        await RunAsync();
        Assert.Equal("RecipientNotAccepted 451", (await ReadAsync(id)).LastError);
        clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Equal(clock.GetUtcNow().AddMinutes(2), (await ReadAsync(id)).NotBefore);
        clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync();
        Assert.Equal(["later-2@test.example"], (await smtp.NextAsync()).To);
        Assert.Null((await ReadAsync(id)).LastError);
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_and_does_not_hold_up_the_next_mail()
    {
        var refused = await AddAsync(Mail("never@test.example"));
        await AddAsync(Mail("next@test.example"));
        await RunAsync();
        Assert.Equal(["next@test.example"], (await smtp.NextAsync()).To);
        var row = await ReadAsync(refused);
        Assert.NotNull(row.GivenUpAt);
        Assert.Equal("RecipientNotAccepted 550", row.LastError);
    }

    [Fact]
    public async Task After_twelve_attempts_a_mail_is_given_up()
    {
        var id = await AddAsync(Mail("later-99@test.example"));
        for (var i = 0; i < OutboxMail.MostAttempts; i++)
        {
            await RunAsync();
            clock.Advance(TimeSpan.FromHours(8));
        }
        Assert.NotNull((await ReadAsync(id)).GivenUpAt);
        Assert.Equal(OutboxMail.MostAttempts, (await ReadAsync(id)).Attempts);
    }

    [Fact]
    public async Task Line_breaks_in_an_address_or_a_name_never_become_header_fields()
    {
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff, name: "Eve\r\nBcc: victim@test.example");
        await AddAsync(OutboxMail.For(user.Id, MailTemplate.HandoverReceived, clock.GetUtcNow(), aboutId: Guid.NewGuid()));
        var broken = await AddAsync(Mail("eve@test.example\r\nBcc: victim@test.example"));
        await RunAsync();
        var mail = await smtp.NextAsync();
        Assert.Equal([user.Email], mail.To);
        Assert.Empty(mail.Message.Bcc);
        Assert.Equal("address not usable", (await ReadAsync(broken)).LastError);
        Assert.False(smtp.TryNext(out _));
    }

    [Fact]
    public async Task A_wrong_password_for_the_mail_server_is_said_and_tried_again()
    {
        using var strict = await SmtpServer.StartAsync(password: "right");
        var settings = strict.Settings;
        (settings["Mail:User"], settings["Mail:Password"]) = ("portal", "wrong");
        await using var misled = Start(settings);
        var id = await AddAsync(Mail("auth@test.example"));
        await RunAsync(misled);
        Assert.Equal("sign-in at the mail server refused", (await ReadAsync(id)).LastError);

        settings["Mail:Password"] = "right";
        await using var mended = Start(settings);
        clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(mended);
        Assert.Equal(["auth@test.example"], (await strict.NextAsync()).To);
    }

    [Fact]
    public async Task The_clock_of_the_portal_sends_what_waits_with_the_rights_of_the_serving_role()
    {
        var settings = smtp.Settings;
        settings["Jobs:Enabled"] = "true";
        await using var working = Start(settings);
        await AddAsync(Mail("clock@test.example"));
        working.Services.GetRequiredService<IRecurringJobManager>().Trigger("send-outbox");
        Assert.Equal(["clock@test.example"], (await smtp.NextAsync()).To);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        smtp.Dispose();
    }

    private OutboxMail Mail(string address) =>
        OutboxMail.ForAddress(address, "de", MailTemplate.HandoverReceived, clock.GetUtcNow(), aboutId: Guid.NewGuid());

    private RunningPortal Start(Dictionary<string, string> settings) => host.Start(s => s.Use(clock), settings, outbox.Database);

    private Task RunAsync(RunningPortal? at = null) => (at ?? portal).RunAsync<SendOutbox>(job => job.RunAsync(TestContext.Current.CancellationToken));

    private Task<Guid> AddAsync(OutboxMail mail) => portal.AsNobodyAsync(async db =>
    {
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    });

    private Task<OutboxMail> ReadAsync(Guid id) => portal.AsNobodyAsync(db => db.OutboxMails.SingleAsync(m => m.Id == id));
}

/// <summary>The database of these tests, without mails that others left.</summary>
public sealed class OutboxDatabase(PortalHost host) : IAsyncLifetime
{
    public PortalDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await host.NewDatabaseAsync("outbox");

    public async Task EmptyAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand("truncate outbox_mail");
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

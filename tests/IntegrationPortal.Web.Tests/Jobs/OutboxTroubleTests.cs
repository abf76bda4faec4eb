using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>A mail server that is away, refuses or does not know the portal: mails wait or are given up, and the reason stands without an address.</summary>
[Collection(OutboxDatabase.Name)]
public sealed class OutboxTroubleTests(OutboxDatabase database) : IAsyncLifetime
{
    private OutboxOfATest outbox = null!;

    public async ValueTask InitializeAsync() => outbox = await OutboxOfATest.OpenAsync(database);

    public ValueTask DisposeAsync() => outbox.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_later_and_keeps_no_address_in_the_error()
    {
        outbox.Mailserver.Dispose();
        var id = await outbox.AddAsync(outbox.Mail("down@test.example"));
        await outbox.RunAsync();
        var failed = await outbox.ReadAsync(id);
        Assert.Equal(1, failed.Attempts);
        Assert.Equal("no connection: ConnectionRefused", failed.LastError);
        Assert.Equal(outbox.Clock.GetUtcNow().AddMinutes(1), failed.NotBefore);

        using var back = await SmtpServer.StartAsync(outbox.Mailserver.Port);
        await outbox.RunAsync();
        Assert.Empty(await back.RestAsync());
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbox.RunAsync();
        Assert.Equal(["down@test.example"], (await back.NextAsync()).To);
        Assert.NotNull((await outbox.ReadAsync(id)).SentAt);
    }

    [Fact]
    public async Task A_mail_that_is_put_off_twice_arrives_at_the_third_attempt()
    {
        var id = await outbox.AddAsync(outbox.Mail("later-2@test.example"));
        await outbox.RunAsync();
        Assert.Equal("RecipientNotAccepted 451", (await outbox.ReadAsync(id)).LastError);
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbox.RunAsync();
        Assert.Equal(outbox.Clock.GetUtcNow().AddMinutes(2), (await outbox.ReadAsync(id)).NotBefore);
        outbox.Clock.Advance(TimeSpan.FromMinutes(2));
        await outbox.RunAsync();
        Assert.Equal(["later-2@test.example"], (await outbox.Mailserver.NextAsync()).To);
        Assert.Null((await outbox.ReadAsync(id)).LastError);
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_and_does_not_hold_up_the_next_mail()
    {
        var refused = await outbox.AddAsync(outbox.Mail("never@test.example"));
        await outbox.AddAsync(outbox.Mail("next@test.example"));
        await outbox.RunAsync();
        Assert.Equal(["next@test.example"], (await outbox.Mailserver.NextAsync()).To);
        var row = await outbox.ReadAsync(refused);
        Assert.NotNull(row.GivenUpAt);
        Assert.Equal("RecipientNotAccepted 550", row.LastError);
    }

    [Fact]
    public async Task A_server_that_takes_too_long_for_a_mail_is_left_and_the_mails_behind_it_go_out()
    {
        var settings = outbox.Mailserver.Settings;
        settings["Mail:Longest"] = "00:00:01";
        await using var impatient = outbox.Start(settings);
        var slow = await outbox.AddAsync(outbox.Mail("slow-1@test.example"));
        await outbox.AddAsync(outbox.Mail("behind@test.example"));
        await outbox.RunAsync(impatient);
        var failed = await outbox.ReadAsync(slow);
        Assert.Equal((1, "server too slow", outbox.Clock.GetUtcNow().AddMinutes(1)), (failed.Attempts, failed.LastError, failed.NotBefore));

        await outbox.RunAsync(impatient);
        Assert.Equal(["behind@test.example"], (await outbox.Mailserver.NextAsync()).To);
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbox.RunAsync(impatient);
        Assert.Equal(["slow-1@test.example"], (await outbox.Mailserver.NextAsync()).To);
    }

    [Fact]
    public async Task A_mail_may_take_less_than_PostgreSQL_waits_for_its_transaction()
    {
        var ends = await outbox.Portal.AsNobodyAsync(db =>
            db.Database.SqlQuery<TimeSpan>($"select current_setting('idle_in_transaction_session_timeout')::interval as \"Value\"").SingleAsync());
        Assert.InRange(new MailSettings().Longest, TimeSpan.FromSeconds(1), ends - TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_mail_is_tried_for_more_than_four_days_and_then_given_up()
    {
        var id = await outbox.AddAsync(outbox.Mail("later-99@test.example"));
        var written = outbox.Clock.GetUtcNow();
        var mail = await outbox.ReadAsync(id);
        while (mail.GivenUpAt is null)
        {
            await outbox.RunAsync();
            mail = await outbox.ReadAsync(id);
            outbox.Clock.Advance(mail.NotBefore - outbox.Clock.GetUtcNow());
        }

        Assert.InRange(mail.GivenUpAt.Value - written, TimeSpan.FromDays(4), TimeSpan.FromDays(6));
        Assert.Equal(OutboxMail.MostAttempts, mail.Attempts);
    }

    [Fact]
    public async Task A_wrong_password_for_the_mail_server_is_said_and_tried_again()
    {
        using var strict = await SmtpServer.StartAsync(password: "right");
        var settings = strict.Settings;
        (settings["Mail:User"], settings["Mail:Password"]) = ("portal", "wrong");
        await using var misled = outbox.Start(settings);
        var id = await outbox.AddAsync(outbox.Mail("auth@test.example"));
        await outbox.RunAsync(misled);
        Assert.Equal("sign-in at the mail server refused", (await outbox.ReadAsync(id)).LastError);

        settings["Mail:Password"] = "right";
        await using var mended = outbox.Start(settings);
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbox.RunAsync(mended);
        Assert.Equal(["auth@test.example"], (await strict.NextAsync()).To);
    }
}

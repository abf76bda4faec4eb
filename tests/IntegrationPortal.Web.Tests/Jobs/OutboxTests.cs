using Hangfire;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>Against a real mail server: what arrives, for whom, and how often.</summary>
[Collection(OutboxDatabase.Name)]
public sealed class OutboxTests(OutboxDatabase database) : IAsyncLifetime
{
    private OutboxOfATest outbox = null!;

    public async ValueTask InitializeAsync() => outbox = await OutboxOfATest.OpenAsync(database);

    public ValueTask DisposeAsync() => outbox.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_in_the_language_of_its_reader_with_umlauts_and_a_link_and_without_a_name()
    {
        var user = await TestUser.CreateAsync(outbox.Portal, Role.FoundationStaff, name: "Şükran Müller");
        var about = Guid.NewGuid();
        await outbox.AddAsync(OutboxMail.For(user.Id, MailTemplate.HandoverQuestion, outbox.Clock.GetUtcNow(), aboutId: about));
        await outbox.RunAsync();

        var mail = await outbox.Mailserver.NextAsync();
        Assert.Equal([user.Email], mail.To);
        Assert.Equal("Rückfrage zu einer Übergabe", mail.Message.Subject);
        Assert.Contains("Die Frist läuft jetzt bei Ihnen.", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://portal.krefeld.example/handovers/{about}", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Equal("Integrationsportal Krefeld", mail.Message.From.Mailboxes.Single().Name);
        Assert.DoesNotContain("Müller", mail.Message.ToString(), StringComparison.Ordinal);

        await outbox.RunAsync();
        Assert.Empty(await outbox.Mailserver.RestAsync());
    }

    [Fact]
    public async Task An_invited_person_without_an_account_gets_the_language_of_the_invitation()
    {
        await outbox.AddAsync(OutboxMail.ForAddress("new@test.example", "en", MailTemplate.Invitation, outbox.Clock.GetUtcNow(), Guid.NewGuid(), Guid.NewGuid()));
        await outbox.RunAsync();
        var mail = await outbox.Mailserver.NextAsync();
        Assert.Equal("Invitation to the Integration Portal", mail.Message.Subject);
        Assert.Contains("https://portal.krefeld.example/invitations/accept?token=", mail.Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_portals_at_once_send_every_mail_once()
    {
        await using var other = outbox.Start(outbox.Mailserver.Settings);
        for (var i = 0; i < 20; i++)
            await outbox.AddAsync(outbox.Mail($"many{i}@test.example"));
        await Task.WhenAll(outbox.RunAsync(), outbox.RunAsync(other));

        var all = (await outbox.Mailserver.RestAsync()).SelectMany(mail => mail.To).ToList();
        Assert.Equal(20, all.Count);
        Assert.Equal(20, all.Distinct().Count());
    }

    [Fact]
    public async Task Line_breaks_in_an_address_or_a_name_never_become_header_fields()
    {
        var user = await TestUser.CreateAsync(outbox.Portal, Role.FoundationStaff, name: "Eve\r\nBcc: victim@test.example");
        await outbox.AddAsync(OutboxMail.For(user.Id, MailTemplate.HandoverReceived, outbox.Clock.GetUtcNow(), aboutId: Guid.NewGuid()));
        var broken = await outbox.AddAsync(outbox.Mail("eve@test.example\r\nBcc: victim@test.example"));
        await outbox.RunAsync();
        var mail = await outbox.Mailserver.NextAsync();
        Assert.Equal([user.Email], mail.To);
        Assert.Empty(mail.Message.Bcc);
        Assert.Equal("address not usable", (await outbox.ReadAsync(broken)).LastError);
        Assert.Empty(await outbox.Mailserver.RestAsync());
    }

    [Fact]
    public async Task The_clock_of_the_portal_sends_what_waits_with_the_rights_of_the_serving_role()
    {
        var settings = outbox.Mailserver.Settings;
        settings["Jobs:Enabled"] = "true";
        await using var working = outbox.Start(settings);
        await outbox.AddAsync(outbox.Mail("clock@test.example"));
        working.Services.GetRequiredService<IRecurringJobManager>().Trigger("send-outbox");
        Assert.Equal(["clock@test.example"], (await outbox.Mailserver.NextAsync()).To);
    }
}

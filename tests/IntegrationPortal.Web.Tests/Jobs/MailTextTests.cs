using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Jobs;

public sealed class MailTextTests(PortalHost host)
{
    [Theory]
    [InlineData("de", "Guten Tag,")]
    [InlineData("en", "Hello,")]
    public async Task Every_mail_has_its_words_and_a_link_that_opens_in_both_languages(string language, string greeting)
    {
        await using var scope = host.Portal.Services.CreateAsyncScope();
        var text = scope.ServiceProvider.GetRequiredService<MailText>();
        foreach (var template in Enum.GetValues<MailTemplate>())
        {
            var mail = OutboxMail.For(Guid.NewGuid(), template, DateTimeOffset.UnixEpoch, Guid.NewGuid(), Guid.NewGuid());
            var rendered = text.Render(mail, language);
            Assert.StartsWith(greeting, rendered.Body, StringComparison.Ordinal);
            Assert.DoesNotContain($"{template}.", rendered.Subject + rendered.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", rendered.Body, StringComparison.Ordinal);
            // What was withdrawn is gone for whom the mail tells, and an address that may be somebody else's gets no way in; every other mail leads somewhere.
            Assert.Equal(
                template is MailTemplate.HandoverWithdrawn or MailTemplate.HandoverRecalledFromYou or MailTemplate.EmailChangeAsked or MailTemplate.EmailChanged or MailTemplate.EmailTaken,
                rendered.Link is null);
        }
    }

    /// <summary>A mail says "two working days" in words: a period changed in the seed has to be changed there.</summary>
    [Theory]
    [InlineData("de", "seit zwei Arbeitstagen", "seit fünf Arbeitstagen", "nach zehn Arbeitstagen", "bis zum nächsten Arbeitstag", "ein halbes Jahr")]
    [InlineData("en", "for two working days", "for five working days", "after ten working days", "by the next working day", "another half year")]
    public async Task The_periods_that_mails_name_are_those_of_reference_data(string language, params string[] said)
    {
        await using var scope = host.Portal.Services.CreateAsyncScope();
        var (text, catalogue) = (scope.ServiceProvider.GetRequiredService<MailText>(), scope.ServiceProvider.GetRequiredService<ReferenceCatalogue>());
        var today = GermanTime.DayOf(TimeProvider.System.GetUtcNow());
        Assert.Equal(new HandoverClock(2, 5, 10), catalogue.HandoverClockOn(today));
        Assert.Equal((1, 6), (catalogue.MentoringRulesOn(today).ConcernDays, catalogue.MentoringRulesOn(today).ReviewMonths));
        MailTemplate[] naming = [MailTemplate.HandoverReminder, MailTemplate.HandoverEscalated, MailTemplate.HandoverExpired, MailTemplate.ConcernRaised, MailTemplate.TandemReview];
        Assert.All(naming.Zip(said), mail => Assert.Contains(
            mail.Second, text.Render(OutboxMail.For(Guid.NewGuid(), mail.First, DateTimeOffset.UnixEpoch, Guid.NewGuid(), Guid.NewGuid()), language).Body, StringComparison.Ordinal));
    }
}

using IntegrationPortal.Web.Data.Outbox;
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
                template is MailTemplate.HandoverWithdrawn or MailTemplate.EmailChangeAsked or MailTemplate.EmailChanged or MailTemplate.EmailTaken,
                rendered.Link is null);
        }
    }
}
